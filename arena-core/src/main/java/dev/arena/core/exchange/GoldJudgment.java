package dev.arena.core.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What a judge said about one gold pair in one order: two responses, A and B, of which a known one is right.
 *
 * @param item the pair, unique in a file together with judge and order
 * @param judge who decided
 * @param order 1 where A was shown first, 2 where B was
 * @param decision which response the judge preferred, with the positions taken out already; null where it gave no verdict
 * @param label which response is right
 * @param category for splits, or null
 */
public record GoldJudgment(
        long line,
        String item,
        String judge,
        int order,
        @Nullable Choice decision,
        Choice label,
        @Nullable String category)
        implements FileRecord {
    /** Of two responses. */
    public enum Choice {
        /** The response called A, wherever it was shown. */
        A,
        /** The response called B. */
        B,
        /** Neither. */
        TIE;

        /** The same where A and B are exchanged. */
        public Choice exchanged() {
            return switch (this) {
                case A -> B;
                case B -> A;
                case TIE -> TIE;
            };
        }
    }
}
