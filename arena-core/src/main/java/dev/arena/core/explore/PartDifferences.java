package dev.arena.core.explore;

import dev.arena.core.explore.ContestantView.Part;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.ratings.Level;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a contestant is stronger or weaker than overall.
 *
 * <p><b>Model.</b> The difference is d = (r_i − r̄) on the table of the part minus the same on the table of all, r̄ the mean over the
 * contestants that both tables rate. The part's votes are among all votes, and where strengths are the same everywhere the table of all is the
 * better estimate of the same thing; so Var(d) = Var(part) − Var(all) (Hausman 1978, doi 10.2307/1913827), each from quasi-standard errors. Where
 * that is not above 0, Var(part) is taken, which is wider.
 *
 * <p><b>Output.</b> A strength or weakness only where the interval at the level of a single part leaves out 0; that level is corrected for the
 * number of parts (Bonferroni).
 */
final class PartDifferences {
    private static final int LEAST_COMMON = 3;

    private final Leaderboard all;
    private final String contestant;
    private final Level level;

    /**
     * Differences of one contestant.
     *
     * @param parts how many are looked at
     */
    PartDifferences(Leaderboard all, String contestant, int parts) {
        this.all = all;
        this.contestant = contestant;
        this.level = levelOf(all.level(), parts);
    }

    /** The level of each of so many intervals. */
    static Level levelOf(double level, int parts) {
        return new Level(1 - (1 - level) / Math.max(1, parts));
    }

    private static Optional<LeaderboardRow> row(Leaderboard board, String name) {
        return board.rows().stream().filter(row -> row.modelName().equals(name)).findFirst();
    }

    private static Set<String> rated(Leaderboard board) {
        return board.rows().stream()
                .filter(row -> row.rating() != null && row.quasiStdError() != null)
                .map(LeaderboardRow::modelName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A contrast of one contestant with the mean of all, and its variance. */
    private record Contrast(double value, double variance) {}

    /** The part of a name; the table is that of its votes. */
    Part part(String name, Leaderboard board) {
        Optional<LeaderboardRow> row = row(board, contestant);
        Set<String> common = rated(board);
        common.retainAll(rated(all));
        if (!common.contains(contestant) || common.size() < LEAST_COMMON) {
            String note = common.contains(contestant)
                    ? "Fewer than " + LEAST_COMMON + " contestants are rated both here and overall."
                    : "It has no rating with an interval both here and overall.";
            return part(name, row, null, "not_comparable", note);
        }
        Contrast here = contrast(board, common);
        Contrast there = contrast(all, common);
        double variance = here.variance() - there.variance();
        double error = Math.sqrt(variance > 0 ? variance : here.variance());
        double difference = here.value() - there.value();
        double half = level.z() * error;
        String verdict = difference > half ? "strength" : difference < -half ? "weakness" : "not_told_apart";
        return part(name, row, new double[] {difference, difference - half, difference + half}, verdict, null);
    }

    private Contrast contrast(Leaderboard board, Set<String> common) {
        double mean = 0;
        double own = 0;
        double variance = 0;
        int n = common.size();
        for (String name : common) {
            LeaderboardRow row = row(board, name).orElseThrow();
            Double rating = row.rating();
            Double error = row.quasiStdError();
            if (rating == null || error == null) {
                continue;
            }
            boolean self = name.equals(contestant);
            double weight = (self ? 1.0 : 0.0) - 1.0 / n;
            own = self ? rating : own;
            mean += rating / n;
            variance += weight * weight * error * error;
        }
        return new Contrast(own - mean, variance);
    }

    private static Part part(
            String name,
            Optional<LeaderboardRow> row,
            double @Nullable [] difference,
            String verdict,
            @Nullable String note) {
        return new Part(
                name,
                row.map(LeaderboardRow::rating).orElse(null),
                row.map(LeaderboardRow::ratingLower).orElse(null),
                row.map(LeaderboardRow::ratingUpper).orElse(null),
                row.map(LeaderboardRow::rank).orElse(null),
                row.map(LeaderboardRow::rankLower).orElse(null),
                row.map(LeaderboardRow::rankUpper).orElse(null),
                row.map(one -> one.counts().votes()).orElse(0L),
                difference == null ? null : difference[0],
                difference == null ? null : difference[1],
                difference == null ? null : difference[2],
                verdict,
                note);
    }
}
