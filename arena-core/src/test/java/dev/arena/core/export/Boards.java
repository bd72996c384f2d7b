package dev.arena.core.export;

import static dev.arena.core.leaderboard.LeaderboardRow.RATING_DELTA;
import static dev.arena.core.leaderboard.LeaderboardRow.RATING_RAW;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Snapshots for the writers' tests: one plain, one as nasty as names get. */
final class Boards {
    static final String NASTY = "a_b & 50% #1 $x {y} ~z ^w \\v <script> | \"q\" 'r' *s* `t`";

    private Boards() {}

    /** Two rated contestants, one winless, one without data. */
    static Leaderboard plain() {
        return board(List.of(
                rated(1, 2, "alpha", 1093.783055308, 42.03),
                rated(2, 2, "beta", 1018.670106709, 39.98),
                unrated("gamma", "winless"),
                unrated("delta", "no_data")));
    }

    /** One contestant whose name is made of what formats read as commands. */
    static Leaderboard nasty() {
        return board(List.of(rated(1, 1, NASTY, 1000, 0.123)));
    }

    /** The votes of {@link #plain()} by another method, in another order, on its own scale; it rates one contestant more. */
    static Leaderboard elo() {
        Leaderboard plain = plain();
        return new Leaderboard(
                "elo",
                "",
                "",
                Map.of("k", "4.0"),
                new Leaderboard.Scale(null, null, null, null, "points: expected scores by a logistic curve."),
                0.95,
                "bootstrap",
                "difference",
                plain.voteCount(),
                plain.excluded(),
                new Leaderboard.Fit("one_pass", 1, null, 1),
                List.of(),
                List.of(),
                null,
                List.of(
                        rated(1, 2, "beta", 1012.5, 6.2),
                        rated(2, 2, "alpha", 1004.25, 5.9),
                        rated(3, 4, "gamma", 983.25, 7),
                        unrated("delta", "no_data")),
                plain.pairs(),
                List.of(),
                plain.provenance());
    }

    /** A table with style control: one contestant rises, one falls, one has no raw rating, one has none at all. */
    static Leaderboard styled() {
        Leaderboard plain = plain();
        Map<String, String> settings = new TreeMap<>(plain.settings());
        settings.put("style", "length");
        settings.put("rating_raw", "rating without style control");
        List<LeaderboardRow> rows = List.of(
                with(
                        rated(1, 2, "alpha", 1093.783055308, 42.03),
                        Map.of(RATING_RAW, 1070.5, RATING_DELTA, 23.283055308)),
                with(
                        rated(2, 2, "beta", 1018.670106709, 39.98),
                        Map.of(RATING_RAW, 1040.0, RATING_DELTA, -21.329893291)),
                with(rated(3, 3, "epsilon", 990, 39.98), Map.of()),
                unrated("gamma", "winless"));
        return new Leaderboard(
                plain.method(),
                plain.split(),
                plain.variant(),
                settings,
                plain.scale(),
                plain.level(),
                plain.ciMethod(),
                plain.rankMethod(),
                plain.voteCount(),
                plain.excluded(),
                plain.fit(),
                List.of(new Leaderboard.EffectRow("length", "all", 0.25, 0.05, 0.152, 0.348, 43.43)),
                plain.judges(),
                plain.jury(),
                rows,
                plain.pairs(),
                plain.warnings(),
                plain.provenance());
    }

    private static LeaderboardRow with(LeaderboardRow row, Map<String, Double> extras) {
        return new LeaderboardRow(
                row.rank(),
                row.rankLower(),
                row.rankUpper(),
                row.modelName(),
                row.strength(),
                row.rating(),
                row.ratingLower(),
                row.ratingUpper(),
                row.variance(),
                row.stdError(),
                row.quasiStdError(),
                row.pBest(),
                row.tieGroup(),
                row.counts(),
                row.status(),
                extras);
    }

    /** The plain board with one rating fixed. */
    static Leaderboard anchored(String anchor) {
        Leaderboard board = plain();
        return new Leaderboard(
                board.method(),
                board.split(),
                board.variant(),
                board.settings(),
                new Leaderboard.Scale(10.0, 400.0, 1000.0, anchor, null),
                board.level(),
                board.ciMethod(),
                board.rankMethod(),
                board.voteCount(),
                board.excluded(),
                board.fit(),
                board.effects(),
                board.judges(),
                board.jury(),
                board.rows(),
                board.pairs(),
                board.warnings(),
                board.provenance());
    }

    /** A board as one part of a split. */
    static Leaderboard split(Leaderboard board, String split) {
        return new Leaderboard(
                board.method(),
                split,
                board.variant(),
                board.settings(),
                board.scale(),
                board.level(),
                board.ciMethod(),
                board.rankMethod(),
                board.voteCount(),
                board.excluded(),
                board.fit(),
                board.effects(),
                board.judges(),
                board.jury(),
                board.rows(),
                board.pairs(),
                board.warnings(),
                board.provenance());
    }

    /** A board with votes of a scripted judge. */
    static Leaderboard simulated() {
        return board(List.of(rated(1, 1, "alpha", 1000, 20)), true);
    }

    private static Leaderboard board(List<LeaderboardRow> rows) {
        return board(rows, false);
    }

    private static Leaderboard board(List<LeaderboardRow> rows, boolean simulated) {
        return new Leaderboard(
                "bradley-terry",
                "",
                "",
                Map.of("ties", "half"),
                new Leaderboard.Scale(10.0, 400.0, 1000.0, null, null),
                0.95,
                "sandwich",
                "difference",
                288,
                Map.of("skipped", 3L, "invalid", 0L),
                new Leaderboard.Fit("converged", 5, -186.822332551483, 1),
                List.of(new Leaderboard.EffectRow("position", "people", 0.206, 0.114, -0.017, 0.429, 35.82)),
                List.of(new Leaderboard.JudgeRow(
                        "people",
                        200,
                        new Leaderboard.Share(0.65, 0.58, 0.71),
                        new Leaderboard.Share(0.275, 0.22, 0.34),
                        new Leaderboard.Share(0.075, 0.05, 0.12),
                        new Leaderboard.Share(0.3, 0.24, 0.37),
                        0.571428571,
                        1.652519848e-6,
                        habits())),
                null,
                rows,
                new Leaderboard.Pairs(List.of("alpha"), List.of(Arrays.asList((Double) null))),
                List.of(new Leaderboard.Warning("separated", "gamma never won. Collect more comparisons.")),
                new Leaderboard.Provenance("database", 7L, "ab".repeat(32), simulated, "0.1.0"));
    }

    /** Of a judge with everything there can be. */
    private static Leaderboard.Habits habits() {
        return new Leaderboard.Habits(
                412,
                new Leaderboard.Share(0.55, 0.5, 0.6),
                new Leaderboard.Share(0.125, 0.1, 0.16),
                new Leaderboard.Share(0.01, 0.004, 0.03),
                new Leaderboard.Share(0.62, 0.55, 0.69),
                180,
                List.of(new Leaderboard.Closeness(
                        0.5, 0.6, 80, new Leaderboard.Share(0.5, 0.39, 0.61), new Leaderboard.Share(0.4, 0.3, 0.51))),
                new Leaderboard.SelfPreference("acme", 30, 0.08, -0.01, 0.17),
                new Leaderboard.EffectRow("length", "all", 0.25, 0.05, 0.152, 0.348, 43.43),
                List.of(new Leaderboard.AbstentionRow("failed", 3, new Leaderboard.Share(0.007, 0.002, 0.02))));
    }

    private static LeaderboardRow rated(int rank, int upper, String name, double rating, double half) {
        return new LeaderboardRow(
                rank,
                1,
                upper,
                name,
                (rating - 1000) / 173.717792761301,
                rating,
                rating - half,
                rating + half,
                half * half / 4,
                half / 2,
                half / 3,
                0.5,
                1,
                new LeaderboardRow.Counts(144, 87, 38, 19, 0),
                "ok",
                Map.of("order_std_dev", 3.25));
    }

    private static LeaderboardRow unrated(String name, String status) {
        return new LeaderboardRow(
                null,
                3,
                4,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new LeaderboardRow.Counts(2, 0, 2, 0, 1),
                status,
                Map.of());
    }
}
