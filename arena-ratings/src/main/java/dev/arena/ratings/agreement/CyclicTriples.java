package dev.arena.ratings.agreement;

import dev.arena.ratings.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often three contestants beat each other in a circle, which no rating can express.
 *
 * <p><b>Model.</b> i beats j where its mean score against j is above ½. Of the triples in which every pair was compared, those are
 * cyclic in which each beats the next. A cycle is supported where each of its three edges is: the mean score lies at least z standard
 * errors from ½ (two-sided at the level, each edge alone).
 *
 * <p><b>Input.</b> Mean scores in [0, 1] and their standard errors, which may be 0; NaN where a pair was not compared.
 *
 * <p><b>Output.</b> Counts. With noise alone, a quarter of triples is cyclic; few of them are supported.
 *
 * <p><b>Cost.</b> n³.
 *
 * <p><b>Source.</b> Kendall and Babington Smith 1940, doi 10.1093/biomet/31.3-4.324.
 *
 * @param triples in which all three pairs were compared
 * @param cyclic of these, in a circle
 * @param supported of these, with three significant edges
 * @param examples the supported ones, each as i beats j beats k beats i with i the lowest
 */
public record CyclicTriples(long triples, long cyclic, long supported, List<Triple> examples) {
    /** Contestants of which each beats the next, and the last the first. */
    public record Triple(int i, int j, int k) {}

    /** Copies the list. */
    public CyclicTriples {
        examples = List.copyOf(examples);
    }

    /**
     * Counts triples.
     *
     * @param score {@code score[i][j]} mean score of i against j, NaN where not compared; {@code score[j][i]} is 1 minus it
     * @param stdError its standard error
     */
    public static CyclicTriples of(double[][] score, double[][] stdError, Level level) {
        long triples = 0;
        long cyclic = 0;
        List<Triple> found = new ArrayList<>();
        for (int i = 0; i < score.length; i++) {
            for (int j = i + 1; j < score.length; j++) {
                for (int k = j + 1; k < score.length; k++) {
                    if (Double.isNaN(score[i][j] + score[j][k] + score[i][k])) {
                        continue;
                    }
                    triples++;
                    Triple circle = circle(score, i, j, k);
                    if (circle != null) {
                        cyclic++;
                        if (isSupported(circle, score, stdError, level)) {
                            found.add(circle);
                        }
                    }
                }
            }
        }
        return new CyclicTriples(triples, cyclic, found.size(), found);
    }

    private static @Nullable Triple circle(double[][] score, int i, int j, int k) {
        if (score[i][j] > 0.5 && score[j][k] > 0.5 && score[k][i] > 0.5) {
            return new Triple(i, j, k);
        }
        return score[i][k] > 0.5 && score[k][j] > 0.5 && score[j][i] > 0.5 ? new Triple(i, k, j) : null;
    }

    private static boolean isSupported(Triple circle, double[][] score, double[][] stdError, Level level) {
        return beats(circle.i(), circle.j(), score, stdError, level)
                && beats(circle.j(), circle.k(), score, stdError, level)
                && beats(circle.k(), circle.i(), score, stdError, level);
    }

    private static boolean beats(int i, int j, double[][] score, double[][] stdError, Level level) {
        return score[i][j] - 0.5 >= level.z() * stdError[i][j];
    }

    /** Share of triples that are cyclic. */
    public Proportion share() {
        return new Proportion(cyclic, triples);
    }
}
