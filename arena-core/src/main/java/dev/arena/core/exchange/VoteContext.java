package dev.arena.core.exchange;

import dev.arena.core.model.JudgeKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a file says around a verdict; null where it says nothing.
 *
 * @param id the file's own name of the row or ranking; never a key: equal ids are different votes
 * @param judge the judge's name
 * @param judgeKind what the judge is
 * @param prompt the key of the prompt
 * @param turn the turn that was judged, from 1
 * @param castAt when
 * @param category as written
 * @param language as written, a name or a code
 * @param lengths of the two responses, in the file's own unit
 */
public record VoteContext(
        @Nullable String id,
        @Nullable String judge,
        @Nullable JudgeKind judgeKind,
        @Nullable String prompt,
        @Nullable Integer turn,
        @Nullable Instant castAt,
        @Nullable String category,
        @Nullable String language,
        @Nullable Lengths lengths) {
    /** Nothing is said. */
    public static final VoteContext NONE = new VoteContext(null, null, null, null, null, null, null, null, null);

    /** The same with lengths. */
    VoteContext withLengths(Lengths other) {
        return new VoteContext(id, judge, judgeKind, prompt, turn, castAt, category, language, other);
    }

    /** Lengths of the responses in the order of the models, finite and at least 0. */
    public record Lengths(double first, double second) {}
}
