package dev.arena.core.board;

import dev.arena.core.leaderboard.BoardEvidence;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.PairCounts;
import dev.arena.core.leaderboard.WinShare;
import dev.arena.ratings.Comparisons;
import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import dev.arena.ratings.agreement.Proportion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of a table: what happened between every two contestants that met, and what the fitted model expected of it.
 *
 * @param revision of the store; null for files
 * @param models in the order of the table
 * @param tieRule how a win fraction counts ties and both-bads
 * @param maxBattles of any pair
 * @param pairs both sides of each pair that met, by the order of {@code models}
 * @param bins expected against observed scores, each pair once, from its favourite's side
 */
public record PairsView(
        String method,
        double level,
        @Nullable Long revision,
        List<String> models,
        String tieRule,
        String residualRule,
        long maxBattles,
        List<Pair> pairs,
        List<Bin> bins) {
    private static final String RESIDUAL_RULE =
            "observed minus predicted score, divided by the standard error that the model gives to the mean score of independent games";
    private static final int BINS = 5;
    private static final double HALF = 0.5;

    public PairsView {
        models = List.copyOf(models);
        pairs = List.copyOf(pairs);
        bins = List.copyOf(bins);
    }

    /**
     * A contestant against another.
     *
     * @param winFraction under the tie rule; null where no game counts
     * @param lower Wilson's bound at the level
     * @param predicted the model's expected score over the games as they were fitted; null where it has none
     * @param residual see {@code residualRule}; null where there is no variance
     * @param first how often the contestant was shown before the other
     */
    public record Pair(
            String modelName,
            String opponent,
            long battles,
            long wins,
            long losses,
            long ties,
            long bothBad,
            @Nullable Double winFraction,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double predicted,
            @Nullable Double residual,
            long first) {}

    /**
     * Pairs whose favourite is expected to score about the same.
     *
     * @param battles weight of the games
     * @param predicted mean expected score
     * @param observed mean score
     */
    public record Bin(
            double from,
            double to,
            int pairs,
            double battles,
            double predicted,
            double observed,
            double lower,
            double upper) {}

    /** The pairs of a table. */
    public static PairsView of(BoardEvidence behind) {
        return new Builder(behind).view();
    }

    /** What was fitted of a pair, from the side of the contestant with the lower index. */
    private static final class Fitted {
        private double mass;
        private double observed;
        private double predicted;
        private double variance;
    }

    private static final class Builder {
        private final BoardEvidence behind;
        private final PairCounts counts;
        private final WinShare share;
        private final Level level;
        private final Map<Long, Fitted> fitted = new HashMap<>();

        Builder(BoardEvidence behind) {
            this.behind = behind;
            counts = behind.counts();
            share = WinShare.of(behind.request());
            level = new Level(behind.board().level());
            ExpectedScores expected = new ExpectedScores(behind);
            Comparisons rows = expected.rows();
            for (int row = 0; row < rows.size(); row++) {
                add(rows, row, expected.of(row));
            }
        }

        private void add(Comparisons rows, int row, ExpectedScores.Expected expected) {
            boolean lowFirst = rows.first(row) < rows.second(row);
            Fitted pair = fitted.computeIfAbsent(key(rows.first(row), rows.second(row)), key -> new Fitted());
            double mass = rows.count(row) * rows.weight(row);
            pair.mass += mass;
            pair.observed += mass * (lowFirst ? rows.score(row) : 1 - rows.score(row));
            pair.predicted += mass * (lowFirst ? expected.score() : 1 - expected.score());
            pair.variance += mass * rows.weight(row) * expected.variance();
        }

        private long key(int one, int other) {
            return (long) Math.min(one, other) * behind.contestants().size() + Math.max(one, other);
        }

        PairsView view() {
            List<String> models = behind.board().rows().stream()
                    .map(LeaderboardRow::modelName)
                    .toList();
            Map<String, Integer> index = new HashMap<>();
            behind.contestants().forEach(name -> index.put(name, index.size()));
            int[] order = models.stream()
                    .mapToInt(name -> index.getOrDefault(name, -1))
                    .toArray();
            List<Pair> pairs = new ArrayList<>();
            long most = 0;
            for (int one : order) {
                for (int other : order) {
                    if (one != other && counts.games(one, other) > 0) {
                        pairs.add(pair(one, other));
                        most = Math.max(most, counts.games(one, other));
                    }
                }
            }
            return new PairsView(
                    behind.board().method(),
                    level.value(),
                    behind.board().provenance().revision(),
                    models,
                    share.rule(),
                    RESIDUAL_RULE,
                    most,
                    pairs,
                    bins());
        }

        private Pair pair(int one, int other) {
            long wins = counts.wins(one, other);
            long losses = counts.wins(other, one);
            long ties = counts.ties(one, other);
            long bad = counts.bothBad(one, other);
            OptionalDouble fraction = share.value(wins, losses, ties, bad);
            Interval interval = fraction.isEmpty()
                    ? null
                    : Proportion.ofShare(fraction.getAsDouble(), (double) share.games(wins, losses, ties, bad), level);
            Fitted pair = fitted.getOrDefault(key(one, other), new Fitted());
            boolean known = pair.mass > 0 && !Double.isNaN(pair.predicted);
            double side = one < other ? 1 : -1;
            return new Pair(
                    behind.contestants().get(one),
                    behind.contestants().get(other),
                    counts.games(one, other),
                    wins,
                    losses,
                    ties,
                    bad,
                    fraction.isEmpty() ? null : fraction.getAsDouble(),
                    interval == null ? null : interval.lower(),
                    interval == null ? null : interval.upper(),
                    known ? HALF + side * (pair.predicted / pair.mass - HALF) : null,
                    known && pair.variance > 0
                            ? side * (pair.observed - pair.predicted) / Math.sqrt(pair.variance)
                            : null,
                    counts.first(one, other));
        }

        private List<Bin> bins() {
            double[][] sums = new double[BINS][3];
            int[] pairs = new int[BINS];
            fitted.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
                Fitted pair = entry.getValue();
                if (pair.mass > 0 && !Double.isNaN(pair.predicted)) {
                    boolean favourite = pair.predicted >= pair.mass * HALF;
                    double predicted = favourite ? pair.predicted : pair.mass - pair.predicted;
                    double observed = favourite ? pair.observed : pair.mass - pair.observed;
                    int bin = Math.min(BINS - 1, (int) ((predicted / pair.mass - HALF) * 2 * BINS));
                    sums[bin][0] += pair.mass;
                    sums[bin][1] += predicted;
                    sums[bin][2] += observed;
                    pairs[bin]++;
                }
            });
            List<Bin> bins = new ArrayList<>();
            for (int bin = 0; bin < BINS; bin++) {
                if (pairs[bin] > 0) {
                    bins.add(bin(bin, pairs[bin], sums[bin]));
                }
            }
            return bins;
        }

        private Bin bin(int bin, int pairs, double[] sums) {
            double observed = Math.min(1, Math.max(0, sums[2] / sums[0]));
            Interval interval = Proportion.ofShare(observed, sums[0], level);
            return new Bin(
                    (BINS + bin) / (2.0 * BINS),
                    (BINS + bin + 1) / (2.0 * BINS),
                    pairs,
                    sums[0],
                    sums[1] / sums[0],
                    observed,
                    interval.lower(),
                    interval.upper());
        }
    }
}
