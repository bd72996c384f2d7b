package dev.arena.core.leaderboard;

import dev.arena.core.model.JudgeKind;
import org.jspecify.annotations.Nullable;

/**
 * Whose verdicts are sharpened by whose.
 *
 * @param human whose verdicts the ratings are of
 * @param judge whose verdicts sharpen them; never those of {@code human}
 * @param byPair whether the judge is corrected within each pair of contestants, or over all pairs at once
 * @param words both sides as the user named them
 */
public record PpiRequest(Whose human, Whose judge, boolean byPair, String words) {
    /** Some of the judges. */
    @FunctionalInterface
    public interface Whose {
        /** Whether a judge is one of them. */
        boolean are(@Nullable String judge, JudgeKind kind);
    }
}
