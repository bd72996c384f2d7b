package dev.arena.core.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the judges of a table agree with people and with each other.
 *
 * @param revision of the store that the numbers are of; null before the first are ready
 * @param computing whether newer numbers are on their way
 * @param resamples of the bootstrap over prompts that the intervals are of
 * @param judges people as one, then the others, by how much they voted
 * @param note why there are no numbers; null where there are
 */
public record AgreementView(
        @Nullable Long revision,
        boolean computing,
        double level,
        int resamples,
        List<JudgeName> judges,
        List<Pair> comparisons,
        @Nullable String note) {
    public AgreementView {
        judges = List.copyOf(judges);
        comparisons = List.copyOf(comparisons);
    }

    /** A judge, or all people. */
    public record JudgeName(String name, String kind, long votes) {}

    /** A number with its interval; all null where it does not exist. */
    public record Measured(
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper) {}

    /**
     * Two judges; the same name twice for people among themselves.
     *
     * @param items matchups that both judged
     * @param comparisons verdicts of the one beside verdicts of the other
     * @param accuracy share on which they say the same
     * @param accuracyDecisive the same where neither says tie
     * @param kappa Cohen's
     * @param alpha Krippendorff's
     * @param spearman of the strengths fitted to each
     * @param note why there is nothing to compare; null where there is
     */
    public record Pair(
            String judge,
            String reference,
            long items,
            long comparisons,
            Measured accuracy,
            Measured accuracyDecisive,
            Measured kappa,
            Measured alpha,
            Measured spearman,
            @Nullable String note) {}
}
