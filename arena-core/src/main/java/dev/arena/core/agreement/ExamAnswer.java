package dev.arena.core.agreement;

import org.jspecify.annotations.Nullable;

/**
 * A judge's decision on one gold pair in one order, with positions taken out.
 *
 * @param item the gold pair
 * @param judge who decided
 * @param firstShown whether the gold pair's first response stood first
 * @param decision what was decided, of the gold pair's responses; null for an abstention
 * @param label the right answer
 * @param category of the pair, or null
 */
public record ExamAnswer(
        String item,
        String judge,
        boolean firstShown,
        @Nullable Choice decision,
        Choice label,
        @Nullable String category) {
    /** Which of the two responses of a gold pair is better. */
    public enum Choice {
        FIRST,
        SECOND,
        TIE
    }

    /** +1 for the right answer, −1 for the opposite one, 0 for none, and for a tie where there is a winner; a wrong winner is −1. */
    int mark() {
        if (decision == null) {
            return 0;
        }
        if (decision == label) {
            return 1;
        }
        return decision == Choice.TIE ? 0 : -1;
    }
}
