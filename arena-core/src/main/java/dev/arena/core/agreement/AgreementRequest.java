package dev.arena.core.agreement;

import dev.arena.core.leaderboard.SwapPolicy;
import java.util.List;

/**
 * What is compared, and how.
 *
 * @param reference whose verdicts are the yardstick; empty for all of their source
 * @param judges one comparison each; empty for one of all of their source
 * @param by what each comparison is split by
 */
public record AgreementRequest(
        List<JudgeSelector> reference, List<JudgeSelector> judges, By by, SwapPolicy swap, Intervals intervals) {
    public AgreementRequest {
        reference = List.copyOf(reference);
        judges = List.copyOf(judges);
    }

    /** What a comparison is split by. */
    public enum By {
        NOTHING,
        TURN,
        CATEGORY,
        /** Each judge that is compared. */
        JUDGE,
        /** Each judge of the reference. */
        REFERENCE_JUDGE
    }

    /** How uncertainty is stated: a bootstrap over prompts. */
    public record Intervals(double level, int resamples, long seed) {
        /** 95 %, 1000 resamples, seed 42. */
        public static final Intervals STANDARD = new Intervals(0.95, 1000, 42);
    }
}
