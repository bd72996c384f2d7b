package dev.arena.core.store.sql;

import dev.arena.core.model.GoldAnswer;
import dev.arena.core.model.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the votes of all studies by reading them all: what {@link StudyCountLog} keeps must be the same.
 */
final class StudyPlainCounts {
    /** The current vote of the voter on a battle of a study. */
    private static final String CURRENT = """
            FROM battle b INDEXED BY battle_study
              CROSS JOIN study_version x ON x.id = b.study_version
              CROSS JOIN vote v ON v.battle = b.id AND v.judge = b.voter
            WHERE b.study_version IS NOT NULL
              AND v.sequence = (SELECT max(w.sequence) FROM vote w WHERE w.battle = b.id AND w.judge = b.voter)
            """;

    /** The tables that are sums of one query each: their rows as they must be, and as they are. */
    private static final List<Sum> SUMS = List.of(
            new Sum("study_day", "study, voter, day, part, decided, votes", """
                    SELECT x.study, b.voter, v.cast_ms / 86400000 AS day, b.part, v.reason IS NULL AS decided, count(*) AS votes
                    """ + CURRENT + """
                    GROUP BY x.study, b.voter, b.part, day, decided
                    """),
            new Sum("study_matchup", "study, matchup, votes", """
                    SELECT x.study, b.matchup, count(*) AS votes
                    """ + CURRENT + """
                      AND b.part = 'plain' AND v.reason IS NULL
                    GROUP BY x.study, b.matchup
                    """),
            new Sum("study_contestant", "study, contestant, battles, votes", """
                    SELECT x.study, s.contestant, count(*) AS battles, count(v.battle) FILTER (WHERE v.reason IS NULL) AS votes
                    FROM battle b INDEXED BY battle_study
                      CROSS JOIN study_version x ON x.id = b.study_version
                      CROSS JOIN seat s ON s.battle = b.id
                      LEFT JOIN vote v INDEXED BY vote_standing ON v.battle = b.id AND v.judge = b.voter
                        AND v.sequence = (SELECT max(w.sequence) FROM vote w WHERE w.battle = b.id AND w.judge = b.voter)
                    WHERE b.study_version IS NOT NULL AND b.part = 'plain'
                    GROUP BY x.study, s.contestant
                    """),
            new Sum("study_time", "study, voter, ms, votes", """
                    SELECT x.study, b.voter,
                      CASE
                        WHEN v.latency_ms < 1000 THEN v.latency_ms
                        WHEN v.latency_ms < 10000 THEN v.latency_ms / 10 * 10
                        WHEN v.latency_ms < 100000 THEN v.latency_ms / 100 * 100
                        WHEN v.latency_ms < 1000000 THEN v.latency_ms / 1000 * 1000
                        WHEN v.latency_ms < 10000000 THEN v.latency_ms / 10000 * 10000
                        ELSE v.latency_ms / 100000 * 100000
                      END AS ms,
                      count(*) AS votes
                    """ + CURRENT + """
                      AND v.reason IS NULL AND v.latency_ms IS NOT NULL
                    GROUP BY x.study, b.voter, ms
                    """));

    private static final String GOLD = """
            SELECT x.study, b.voter, b.source, count(*), v.ranks, v.preference
            """ + CURRENT + """
              AND b.part = 'gold' AND v.reason IS NULL
            GROUP BY x.study, b.voter, b.source, v.ranks, v.preference
            """;

    private static final String REPEATS = """
            SELECT x.study, b.voter,
              v.ranks, (SELECT group_concat(contestant, ' ') FROM
                (SELECT contestant FROM seat WHERE battle = b.id ORDER BY position)),
              w.ranks, (SELECT group_concat(contestant, ' ') FROM
                (SELECT contestant FROM seat WHERE battle = w.battle ORDER BY position))
            FROM battle b INDEXED BY battle_study
              CROSS JOIN study_version x ON x.id = b.study_version
              CROSS JOIN vote v INDEXED BY vote_standing ON v.battle = b.id AND v.judge = b.voter
              CROSS JOIN vote w INDEXED BY vote_standing ON w.battle = CAST(b.source AS INTEGER) AND w.judge = b.voter
            WHERE b.study_version IS NOT NULL AND b.part = 'repeat'
              AND v.reason IS NULL AND w.reason IS NULL
              AND v.sequence = (SELECT max(c.sequence) FROM vote c WHERE c.battle = v.battle AND c.judge = v.judge)
              AND w.sequence = (SELECT max(c.sequence) FROM vote c WHERE c.battle = w.battle AND c.judge = w.judge)
            """;

    private StudyPlainCounts() {}

    private record Sum(String table, String columns, String query) {}

    /** A voter in a study. */
    private record Key(long study, long voter) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byStudy = Long.compare(study, other.study);
            return byStudy == 0 ? Long.compare(voter, other.voter) : byStudy;
        }
    }

    /** A row of the table study_voter. */
    private record Row(
            long goldVotes,
            long goldRight,
            long repeatSame,
            long timed,
            long faster,
            @Nullable Long medianMs) {
        static final Row EMPTY = new Row(0, 0, 0, 0, 0, null);

        Row plus(Row other) {
            return new Row(
                    goldVotes + other.goldVotes,
                    goldRight + other.goldRight,
                    repeatSame + other.repeatSame,
                    timed + other.timed,
                    faster + other.faster,
                    medianMs == null ? other.medianMs : medianMs);
        }
    }

    /** Fills empty tables. Called within one transaction. */
    static void fill(Handle handle) {
        for (Sum sum : SUMS) {
            boolean days = sum.table().equals("study_day");
            handle.execute("INSERT INTO " + sum.table() + " (" + sum.columns() + (days ? ", last_ms) " : ") ")
                    + (days ? sum.query().replace(" AS votes", " AS votes, max(v.cast_ms)") : sum.query()));
        }
        HotStatements hot = new HotStatements(handle.getConnection());
        voters(handle).forEach((key, row) -> insert(hot, key, row));
    }

    private static void insert(HotStatements hot, Key key, Row row) {
        hot.of("""
                INSERT INTO study_voter (study, voter, gold_votes, gold_right, repeat_same, timed, faster, median_ms)
                VALUES (:study, :voter, :gold_votes, :gold_right, :repeat_same, :timed, :faster, :median_ms)
                """)
                .bind("study", key.study())
                .bind("voter", key.voter())
                .bind("gold_votes", row.goldVotes())
                .bind("gold_right", row.goldRight())
                .bind("repeat_same", row.repeatSame())
                .bind("timed", row.timed())
                .bind("faster", row.faster())
                .bind("median_ms", row.medianMs())
                .execute();
    }

    /** Tells what of the tables is not what it must be. Called within one transaction. */
    static void check(Handle handle, Consumer<String> problem) {
        for (Sum sum : SUMS) {
            String kept = "SELECT " + sum.columns() + " FROM " + sum.table() + " WHERE votes <> 0"
                    + (sum.columns().contains("battles") ? " OR battles <> 0" : "");
            String plain = "SELECT " + sum.columns() + " FROM (" + sum.query() + ")";
            long wrong = handle.createQuery("SELECT (SELECT count(*) FROM (" + kept + " EXCEPT " + plain
                            + ")) + (SELECT count(*) FROM (" + plain + " EXCEPT " + kept + "))")
                    .map((rs, context) -> rs.getLong(1))
                    .one();
            if (wrong > 0) {
                problem.accept("the table " + sum.table() + " does not say what the votes of the studies add up to, in "
                        + wrong + " places");
            }
        }
        SortedMap<Key, Row> kept = keptVoters(handle);
        kept.values().removeIf(Row.EMPTY::equals);
        if (!kept.equals(voters(handle))) {
            problem.accept("the table study_voter does not say what the votes of the studies add up to");
        }
    }

    private static SortedMap<Key, Row> keptVoters(Handle handle) {
        SortedMap<Key, Row> kept = new TreeMap<>();
        handle.createQuery("""
                        SELECT study, voter, gold_votes, gold_right, repeat_same, timed, faster, median_ms
                        FROM study_voter
                        """)
                .map((rs, context) -> new Found(
                        key(rs),
                        new Row(
                                rs.getLong(3),
                                rs.getLong(4),
                                rs.getLong(5),
                                rs.getLong(6),
                                rs.getLong(7),
                                Columns.longOrNull(rs, 8))))
                .forEach(found -> kept.put(found.key(), found.row()));
        return kept;
    }

    private record Found(Key key, Row row) {}

    private static Key key(ResultSet rs) throws SQLException {
        return new Key(rs.getLong(1), rs.getLong(2));
    }

    /** The rows of study_voter that say anything: gold and repeats from the votes, times as they are kept. */
    private static SortedMap<Key, Row> voters(Handle handle) {
        SortedMap<Key, Row> voters = new TreeMap<>();
        handle.createQuery(GOLD)
                .map((rs, context) -> {
                    long count = rs.getLong(4);
                    boolean right = GoldAnswer.parse(rs.getString(3)).agrees(verdict(rs, 5));
                    return new Found(key(rs), new Row(count, right ? count : 0, 0, 0, 0, null));
                })
                .forEach(found -> voters.merge(found.key(), found.row(), Row::plus));
        handle.createQuery(REPEATS)
                .map((rs, context) ->
                        new Found(key(rs), new Row(0, 0, best(rs, 3).equals(best(rs, 5)) ? 1 : 0, 0, 0, null)))
                .forEach(found -> voters.merge(found.key(), found.row(), Row::plus));
        handle.createQuery("""
                        SELECT study, voter, sum(votes) AS timed, coalesce(max(upto) FILTER (WHERE 2 * upto < timed_all), 0),
                          min(ms) FILTER (WHERE 2 * upto >= timed_all)
                        FROM (SELECT study, voter, ms, votes,
                            sum(votes) OVER (PARTITION BY study, voter ORDER BY ms) AS upto,
                            sum(votes) OVER (PARTITION BY study, voter) AS timed_all
                          FROM study_time
                          WHERE votes > 0)
                        GROUP BY study, voter
                        """)
                .map((rs, context) ->
                        new Found(key(rs), new Row(0, 0, 0, rs.getLong(3), rs.getLong(4), Columns.longOrNull(rs, 5))))
                .forEach(found -> voters.merge(found.key(), found.row(), Row::plus));
        voters.values().removeIf(Row.EMPTY::equals);
        return voters;
    }

    /** Reads {@code ranks} and {@code preference} of a vote that decides. */
    private static Verdict verdict(ResultSet rs, int column) throws SQLException {
        return new VerdictColumns("", rs.getString(column), null, Columns.doubleOrNull(rs, column + 1), null, null)
                .verdict();
    }

    /** Reads {@code ranks} and the contestants in the order shown; empty where none stood alone. */
    private static Optional<Long> best(ResultSet rs, int column) throws SQLException {
        if (!(new VerdictColumns("", rs.getString(column), null, null, null, null).verdict()
                instanceof Verdict.Ranking ranking)) {
            return Optional.empty();
        }
        String seats = Objects.requireNonNull(rs.getString(column + 1), "a battle has seats");
        OptionalInt best = ranking.onlyBest();
        return best.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(seats.split(" ", -1)[best.getAsInt()]));
    }
}
