package dev.arena.core.battle;

import dev.arena.ratings.pairing.PairGains;
import java.util.Arrays;

/**
 * How much each contestant is wanted beside each other one: positive weights, worked out once for a standing.
 *
 * <p>Gains become weights by softmax, exp((gain − largest)/(T·largest)), T = 0.1, and so do the bounds of UCB with a temperature of a
 * tenth of its unit: nearly always the best is taken, equals alike, and the probability of every draw is exact.
 */
final class PairAims {
    private static final double TEMPERATURE = 0.1;
    /** Beneath every weight, so that nothing is impossible once better things are gone. */
    private static final double LEAST = 1e-280;
    /** How much less a pair that met is wanted by UCB than one that never did. */
    private static final double MET = 1e-9;

    private final MatchmakerStanding standing;
    private final boolean leastFirst;
    private final double[][] weights;
    private final double[] sums;

    private PairAims(MatchmakerStanding standing, boolean leastFirst, double[][] weights) {
        this.standing = standing;
        this.leastFirst = leastFirst;
        this.weights = weights;
        sums = Arrays.stream(weights)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
    }

    /** The weights of a type. */
    static PairAims of(MatchmakerType type, MatchmakerStanding standing) {
        return switch (type) {
            case UNIFORM -> new PairAims(standing, false, even(standing));
            case INFORMATION -> new PairAims(standing, false, gains(standing, PairGains::information));
            case RANK_AWARE -> new PairAims(standing, false, gains(standing, PairGains::order));
            case UCB -> ofBounds(standing, PairAims::bound);
        };
    }

    /** How promising a battle of two is; infinite where they never met. */
    interface Bound {
        double of(MatchmakerStanding standing, int one, int other);
    }

    /** The least compared contestant first, beside those of the largest bounds. */
    static PairAims ofBounds(MatchmakerStanding standing, Bound bound) {
        return new PairAims(standing, true, bounds(standing, bound));
    }

    /** A gain of one more battle of two. */
    private interface Gain {
        double of(PairGains gains, int one, int other);
    }

    private static double[][] even(MatchmakerStanding standing) {
        int n = standing.contestants().size();
        double[][] weights = new double[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(weights[i], 1);
            weights[i][i] = 0;
        }
        return weights;
    }

    private static double[][] gains(MatchmakerStanding standing, Gain gain) {
        int n = standing.contestants().size();
        double[][] weights = new double[n][n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                weights[i][j] = gain.of(standing.gains(), i, j);
                largest = Math.max(largest, weights[i][j]);
            }
        }
        double unit = largest > 0 ? TEMPERATURE * largest : 1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                weights[i][j] = Math.max(LEAST, Math.exp((weights[i][j] - largest) / unit));
                weights[j][i] = weights[i][j];
            }
        }
        return weights;
    }

    private static double[][] bounds(MatchmakerStanding standing, Bound by) {
        int n = standing.contestants().size();
        double[][] weights = new double[n][n];
        for (int i = 0; i < n; i++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int q = 0; q < n; q++) {
                double bound = i == q ? Double.NEGATIVE_INFINITY : by.of(standing, i, q);
                weights[i][q] = bound;
                best = bound == Double.POSITIVE_INFINITY ? best : Math.max(best, bound);
            }
            soften(weights[i], i, best);
        }
        return weights;
    }

    private static double bound(MatchmakerStanding standing, int one, int other) {
        double gap = ConfidenceBound.cautious(standing.strength(one), standing.error(one))
                - ConfidenceBound.cautious(standing.strength(other), standing.error(other));
        return ConfidenceBound.of(gap, ConfidenceBound.NATURAL_UNIT, standing.total(), standing.meetings(one, other));
    }

    private static void soften(double[] row, int self, double best) {
        boolean unmet = Arrays.stream(row).anyMatch(bound -> bound == Double.POSITIVE_INFINITY);
        for (int q = 0; q < row.length; q++) {
            if (q == self) {
                row[q] = 0;
            } else if (row[q] == Double.POSITIVE_INFINITY) {
                row[q] = 1;
            } else {
                double soft = Math.exp((row[q] - best) / (TEMPERATURE * ConfidenceBound.NATURAL_UNIT));
                row[q] = Math.max(LEAST, unmet ? MET * soft : soft);
            }
        }
    }

    MatchmakerStanding standing() {
        return standing;
    }

    /** Whether the contestant with the fewest battles begins a battle; otherwise the one with the largest sum of weights is likeliest. */
    boolean leastFirst() {
        return leastFirst;
    }

    /** The weights of the others beside a contestant; not to be changed. */
    double[] weights(int contestant) {
        return weights[contestant];
    }

    /** The sum of the weights of all others beside a contestant. */
    double sum(int contestant) {
        return sums[contestant];
    }
}
