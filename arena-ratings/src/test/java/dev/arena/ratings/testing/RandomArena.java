package dev.arena.ratings.testing;

import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Seeded comparisons of contestants with planted strengths, ties and a position effect. */
public final class RandomArena {
    private final int contestants;
    private final double[][] rows;

    /**
     * Draws comparisons.
     *
     * @param contestants how many
     * @param comparisons how many
     * @param seed named by the test
     */
    public RandomArena(int contestants, int comparisons, long seed) {
        this.contestants = contestants;
        RandomGenerator random = new SplittableRandom(seed);
        double[] strength = new double[contestants];
        for (int i = 0; i < contestants; i++) {
            strength[i] = 2 * random.nextDouble() - 1;
        }
        rows = new double[comparisons][];
        for (int r = 0; r < comparisons; r++) {
            int first = random.nextInt(contestants);
            int second = (first + 1 + random.nextInt(contestants - 1)) % contestants;
            double p = 1 / (1 + Math.exp(strength[second] - strength[first] - 0.3));
            double score = random.nextDouble() < 0.25 ? 0.5 : random.nextDouble() < p ? 1 : 0;
            rows[r] = new double[] {first, second, score, random.nextInt(2), r % (comparisons / 4)};
        }
    }

    /** Rows of first, second, score, judge group, cluster. */
    public double[][] rows() {
        double[][] copy = new double[rows.length][];
        for (int r = 0; r < copy.length; r++) {
            copy[r] = rows[r].clone();
        }
        return copy;
    }

    /** How many contestants there are. */
    public int contestants() {
        return contestants;
    }

    /** The comparisons with judge groups {@code p} and {@code q}, no clusters. */
    public Evidence evidence() {
        return evidence(contestants, rows, false);
    }

    /** Evidence of rows laid out as in {@link #rows()}. */
    public static Evidence evidence(int contestants, double[][] rows, boolean clusters) {
        EvidenceBuilder builder = Evidence.builder(contestants, List.of("p", "q"));
        for (double[] row : rows) {
            builder.comparison((int) row[0], (int) row[1], row[2]).judge((int) row[3]);
            if (clusters) {
                builder.cluster((int) row[4]);
            }
        }
        return builder.build();
    }
}
