package dev.arena.ratings.uncertainty;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The law of the largest standardised error: max over j of |e_i − e_j| / se_ij for each i, and over all pairs; and how
 * often each contestant comes out best. Counted in bins of 0.001, so that threads cannot change the result.
 */
final class MaxStatistics {
    private static final double BIN = 0.001;
    private static final int BINS = 20_000;

    private final JointErrors errors;
    private final double[] strengths;
    private final int[] group;
    private final double[][] inverseError;
    private final int[][] histogram;
    private final long[] best;
    private long draws;

    /**
     * Counts over all draws.
     *
     * @param errors joint errors
     * @param strengths point estimates by local number
     * @param group only contestants of one group are compared
     */
    MaxStatistics(JointErrors errors, double[] strengths, int[] group) {
        this.errors = errors;
        this.strengths = strengths.clone();
        this.group = group.clone();
        int n = strengths.length;
        inverseError = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double error = group[i] == group[j] ? errors.standardError(i, j) : 0;
                inverseError[i][j] = error > 0 ? 1 / error : 0;
            }
        }
        histogram = new int[n + 1][BINS + 1];
        best = new long[n];
        IntStream.range(0, errors.blocks()).parallel().forEach(this::count);
    }

    /** Threshold that the largest |t| of a contestant stays below with a probability. */
    double criticalValue(int contestant, double probability) {
        return quantile(histogram[contestant], probability);
    }

    /** Threshold that the largest |t| of all pairs stays below with a probability. */
    double criticalValue(double probability) {
        return quantile(histogram[strengths.length], probability);
    }

    /** How often a contestant came out best of its group. */
    double bestShare(int contestant) {
        return (double) best[contestant] / draws;
    }

    private void count(int block) {
        double[][] error = errors.block(block);
        int n = strengths.length;
        int width = error[0].length;
        double[][] largest = new double[n][width];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (inverseError[i][j] > 0) {
                    raise(largest[i], largest[j], new double[][] {error[i], error[j]}, inverseError[i][j]);
                }
            }
        }
        double[] overall = new double[width];
        for (double[] row : largest) {
            for (int b = 0; b < width; b++) {
                overall[b] = Math.max(overall[b], row[b]);
            }
        }
        add(largest, overall, winners(error, width));
    }

    private static void raise(double[] first, double[] second, double[][] error, double inverse) {
        double[] a = error[0];
        double[] b = error[1];
        for (int k = 0; k < first.length; k++) {
            double t = Math.abs(a[k] - b[k]) * inverse;
            // false for a missing draw
            if (t > first[k]) {
                first[k] = t;
            }
            if (t > second[k]) {
                second[k] = t;
            }
        }
    }

    /** The best contestant of each group in each draw, by group number. */
    private int[][] winners(double[][] error, int width) {
        int groups = 1 + IntStream.of(group).max().orElse(-1);
        int[][] winner = new int[groups][width];
        for (int[] row : winner) {
            Arrays.fill(row, -1);
        }
        for (int i = 0; i < strengths.length; i++) {
            int[] row = winner[group[i]];
            for (int b = 0; b < width; b++) {
                double value = strengths[i] + error[i][b];
                if (!Double.isNaN(value) && (row[b] < 0 || value > strengths[row[b]] + error[row[b]][b])) {
                    row[b] = i;
                }
            }
        }
        return winner;
    }

    private synchronized void add(double[][] largest, double[] overall, int[][] winners) {
        draws += overall.length;
        for (int i = 0; i < largest.length; i++) {
            tally(histogram[i], largest[i]);
        }
        tally(histogram[largest.length], overall);
        for (int[] row : winners) {
            for (int winner : row) {
                if (winner >= 0) {
                    best[winner]++;
                }
            }
        }
    }

    private static void tally(int[] bins, double[] values) {
        for (double value : values) {
            bins[(int) Math.min(BINS, value / BIN)]++;
        }
    }

    private double quantile(int[] bins, double probability) {
        double wanted = probability * draws;
        long below = 0;
        for (int k = 0; k <= BINS; k++) {
            if (below + bins[k] >= wanted) {
                double share = bins[k] == 0 ? 0 : (wanted - below) / bins[k];
                return (k + share) * BIN;
            }
            below += bins[k];
        }
        return BINS * BIN;
    }
}
