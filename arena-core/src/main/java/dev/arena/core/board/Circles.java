package dev.arena.core.board;

import dev.arena.core.leaderboard.BoardEvidence;
import dev.arena.ratings.Comparisons;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.Level;
import dev.arena.ratings.agreement.CyclicTriples;
import java.util.HashMap;
import java.util.Map;

/**
 * Circles that survive noise: i beats j beats k beats i, each significantly. The error of a mean score is that of a score test of ½, with
 * matchups as clusters: √(Σ_g (Σ_{r in g} y_r − ½)²)/n, so that two wins of two are no proof. The level is divided by the number of pairs
 * that met (Bonferroni).
 */
final class Circles {
    private final double[][] score;
    private final double[][] error;
    private final Map<Key, Double> clusters = new HashMap<>();
    private final double[][] mass;
    private int pairs;

    private record Key(int low, int high, int cluster) {}

    private Circles(int contestants) {
        score = new double[contestants][contestants];
        error = new double[contestants][contestants];
        mass = new double[contestants][contestants];
    }

    /**
     * What was found.
     *
     * @param levelEach of the test of each pair
     */
    record Found(CyclicTriples triples, double levelEach) {}

    static Found in(BoardEvidence behind) {
        Circles circles = new Circles(behind.contestants().size());
        Comparisons rows = behind.evidence().comparisons();
        for (int row = 0; row < rows.size(); row++) {
            circles.add(rows, row);
        }
        circles.finish();
        double each = 1 - (1 - behind.board().level()) / Math.max(1, circles.pairs);
        return new Found(CyclicTriples.of(circles.score, circles.error, new Level(each)), each);
    }

    private void add(Comparisons rows, int row) {
        int low = Math.min(rows.first(row), rows.second(row));
        int high = Math.max(rows.first(row), rows.second(row));
        double excess = (rows.first(row) == low ? rows.score(row) : 1 - rows.score(row)) - 0.5;
        double weight = rows.weight(row);
        double games = rows.count(row) * weight;
        mass[low][high] += games;
        score[low][high] += games * excess;
        if (rows.cluster(row) == Evidence.OWN_CLUSTER) {
            error[low][high] += rows.count(row) * weight * weight * excess * excess;
        } else {
            clusters.merge(new Key(low, high, rows.cluster(row)), games * excess, Double::sum);
        }
    }

    private void finish() {
        clusters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((a, b) -> {
                    int byLow = Integer.compare(a.low(), b.low());
                    int byHigh = Integer.compare(a.high(), b.high());
                    return byLow != 0 ? byLow : byHigh != 0 ? byHigh : Integer.compare(a.cluster(), b.cluster());
                }))
                .forEach(entry ->
                        error[entry.getKey().low()][entry.getKey().high()] += entry.getValue() * entry.getValue());
        for (int i = 0; i < score.length; i++) {
            score[i][i] = Double.NaN;
            for (int j = i + 1; j < score.length; j++) {
                boolean met = mass[i][j] > 0;
                pairs += met ? 1 : 0;
                double mean = met ? score[i][j] / mass[i][j] : Double.NaN;
                score[i][j] = 0.5 + mean;
                score[j][i] = 0.5 - mean;
                error[i][j] = met ? Math.sqrt(error[i][j]) / mass[i][j] : Double.NaN;
                error[j][i] = error[i][j];
            }
        }
    }
}
