package dev.arena.ratings.internal;

import dev.arena.ratings.Connectivity;
import dev.arena.ratings.ContestantStatus;
import dev.arena.ratings.Covariance;
import dev.arena.ratings.Diagnostics;
import dev.arena.ratings.FitStatus;
import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.StrengthUnit;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Turns independent normal posteriors, one a contestant, into a result: who has data, who is linked with whom, and the
 * posterior variances as a diagonal covariance named {@code posterior}.
 */
public final class PosteriorReport {
    private final String method;
    private final StrengthUnit unit;
    private final boolean[][] met;

    /** A report in which nobody has met anybody yet. */
    public PosteriorReport(String method, StrengthUnit unit, int contestants) {
        this.method = method;
        this.unit = unit;
        met = new boolean[contestants][contestants];
    }

    /** Two contestants were compared. */
    public void met(int first, int second) {
        met[first][second] = true;
        met[second][first] = true;
    }

    /**
     * The result. Natural strengths are moved to sum to zero in each set of contestants that comparisons link; a scale
     * of the method's own stays as it is.
     *
     * @param means posterior mean of each contestant
     * @param variances posterior variance of each contestant
     * @param read how many comparisons or rankings were read
     * @param unfinished how many updates ended before their stop rule was met
     */
    public RatingResult result(double[] means, double[] variances, int read, int unfinished) {
        BeatsGraph graph = BeatsGraph.of(met);
        double[] centre = centres(graph, means);
        List<Rating> ratings = new ArrayList<>();
        List<Integer> covered = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            ContestantStatus status = graph.status(i);
            boolean seen = status != ContestantStatus.NO_DATA;
            OptionalDouble strength =
                    seen ? OptionalDouble.of(means[i] - centre[graph.group(i)]) : OptionalDouble.empty();
            ratings.add(new Rating(i, status, strength, graph.group(i)));
            if (seen) {
                covered.add(i);
            }
        }
        Connectivity connectivity = graph.connectivity();
        OptionalDouble none = OptionalDouble.empty();
        Diagnostics diagnostics = new Diagnostics(status(connectivity, unfinished), read, none, none, connectivity);
        return RatingResult.of(method, unit, ratings, diagnostics)
                .withUncertainty(diagonal(variances, covered))
                .withWarnings(warnings(connectivity, unfinished));
    }

    private double[] centres(BeatsGraph graph, double[] means) {
        double[] sum = new double[graph.connectivity().groups()];
        if (unit instanceof StrengthUnit.Own) {
            return sum;
        }
        for (int i = 0; i < means.length; i++) {
            if (graph.group(i) >= 0) {
                sum[graph.group(i)] += means[i] / graph.groupSize(graph.group(i));
            }
        }
        return sum;
    }

    private static Covariance diagonal(double[] variances, List<Integer> covered) {
        int[] contestants = covered.stream().mapToInt(Integer::intValue).toArray();
        double[][] values = new double[contestants.length][contestants.length];
        for (int k = 0; k < contestants.length; k++) {
            values[k][k] = variances[contestants[k]];
        }
        return Covariance.of("posterior", variances.length, contestants, values);
    }

    private static FitStatus status(Connectivity connectivity, int unfinished) {
        if (connectivity.components() == 0) {
            return FitStatus.NO_DATA;
        }
        return unfinished > 0 ? FitStatus.NOT_CONVERGED : FitStatus.ONE_PASS;
    }

    private static List<RatingWarning> warnings(Connectivity connectivity, int unfinished) {
        List<RatingWarning> warnings = new ArrayList<>();
        if (connectivity.components() == 0) {
            warnings.add(RatingWarning.of(WarningCode.NO_DATA, RatingPhrase.NOTHING_WEIGHS.say()));
        }
        if (connectivity.components() > 1) {
            warnings.add(RatingWarning.of(
                    WarningCode.DISCONNECTED, RatingPhrase.PARTS.say("count", connectivity.components())));
        }
        if (unfinished > 0) {
            warnings.add(RatingWarning.of(
                    WarningCode.NOT_CONVERGED, RatingPhrase.UPDATES_UNFINISHED.say("count", unfinished)));
        }
        return warnings;
    }
}
