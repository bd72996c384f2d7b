package dev.arena.core.store.sql;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.StudyFigures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Adds up what those who run a study look at. Called within one transaction. */
final class StudyFigureReads {
    /** Of all voters or of one: the bounds keep the index of battles in use. */
    private static final String REPEATS = """
            SELECT b.voter,
              v.ranks, (SELECT group_concat(contestant, ' ') FROM
                (SELECT contestant FROM seat WHERE battle = b.id ORDER BY position)),
              w.ranks, (SELECT group_concat(contestant, ' ') FROM
                (SELECT contestant FROM seat WHERE battle = w.battle ORDER BY position))
            FROM battle b INDEXED BY battle_study
              CROSS JOIN vote v INDEXED BY vote_standing ON v.battle = b.id AND v.judge = b.voter
              CROSS JOIN vote w INDEXED BY vote_standing ON w.battle = CAST(b.source AS INTEGER) AND w.judge = b.voter
            WHERE b.study_version IN (SELECT x.id FROM study_version x WHERE x.study = :study)
              AND b.part = 'repeat' AND b.voter BETWEEN :from AND :to
              AND v.reason IS NULL AND w.reason IS NULL
              AND v.sequence = (SELECT max(c.sequence) FROM vote c WHERE c.battle = v.battle AND c.judge = v.judge)
              AND w.sequence = (SELECT max(c.sequence) FROM vote c WHERE c.battle = w.battle AND c.judge = w.judge)
            """;

    private StudyFigureReads() {}

    static StudyFigures read(Handle handle, StudyId study) {
        return new StudyFigures(
                new VoteId(newest(handle, "SELECT coalesce(max(id), 0) FROM vote")),
                new BattleId(newest(handle, "SELECT coalesce(max(id), 0) FROM battle")),
                coverage(handle, study),
                gold(handle, study),
                times(handle, study));
    }

    private static long newest(Handle handle, String query) {
        return handle.createQuery(query).map((rs, context) -> rs.getLong(1)).one();
    }

    private static Map<ContestantId, StudyFigures.Coverage> coverage(Handle handle, StudyId study) {
        Map<ContestantId, StudyFigures.Coverage> coverage = new HashMap<>();
        handle.createQuery("""
                        SELECT s.contestant, count(*), count(v.battle) FILTER (WHERE v.reason IS NULL)
                        FROM battle b INDEXED BY battle_study
                          CROSS JOIN seat s ON s.battle = b.id
                          LEFT JOIN vote v INDEXED BY vote_standing ON v.battle = b.id AND v.judge = b.voter
                            AND v.sequence = (SELECT max(w.sequence) FROM vote w WHERE w.battle = b.id AND w.judge = b.voter)
                        WHERE b.study_version IN (SELECT x.id FROM study_version x WHERE x.study = :study)
                          AND b.part = 'plain'
                        GROUP BY s.contestant
                        """)
                .bind("study", study.value())
                .map((rs, context) -> Map.entry(
                        new ContestantId(rs.getLong(1)), new StudyFigures.Coverage(rs.getLong(2), rs.getLong(3))))
                .forEach(entry -> coverage.put(entry.getKey(), entry.getValue()));
        return coverage;
    }

    private static List<StudyFigures.Gold> gold(Handle handle, StudyId study) {
        return handle.createQuery("""
                        SELECT b.voter, b.source, count(*), v.ranks, v.preference
                        FROM battle b INDEXED BY battle_study
                          CROSS JOIN vote v INDEXED BY vote_standing ON v.battle = b.id AND v.judge = b.voter
                        WHERE b.study_version IN (SELECT x.id FROM study_version x WHERE x.study = :study)
                          AND b.part = 'gold' AND v.reason IS NULL
                          AND v.sequence = (SELECT max(w.sequence) FROM vote w WHERE w.battle = b.id AND w.judge = b.voter)
                        GROUP BY b.voter, b.source, v.ranks, v.preference
                        """)
                .bind("study", study.value())
                .map((rs, context) -> new StudyFigures.Gold(
                        new JudgeId(rs.getLong(1)), rs.getString(2), verdict(rs, 4), rs.getLong(3)))
                .list();
    }

    /** Reads {@code ranks} and {@code preference} of a vote that decides. */
    private static Verdict verdict(ResultSet rs, int column) throws SQLException {
        double share = rs.getDouble(column + 1);
        Double preference = rs.wasNull() ? null : Double.valueOf(share);
        return new VerdictColumns("", rs.getString(column), null, preference, null, null).verdict();
    }

    /** Grouped by the digits that are kept, so that few rows come of many votes. */
    private static List<StudyFigures.Times> times(Handle handle, StudyId study) {
        return handle.createQuery("""
                        SELECT b.voter,
                          CASE
                            WHEN v.latency_ms < 1000 THEN v.latency_ms
                            WHEN v.latency_ms < 10000 THEN v.latency_ms / 10 * 10
                            WHEN v.latency_ms < 100000 THEN v.latency_ms / 100 * 100
                            ELSE v.latency_ms / 1000 * 1000
                          END AS took,
                          count(*)
                        FROM battle b INDEXED BY battle_study CROSS JOIN vote v ON v.battle = b.id AND v.judge = b.voter
                        WHERE b.study_version IN (SELECT x.id FROM study_version x WHERE x.study = :study)
                          AND v.reason IS NULL AND v.latency_ms IS NOT NULL
                          AND v.sequence = (SELECT max(w.sequence) FROM vote w WHERE w.battle = b.id AND w.judge = b.voter)
                        GROUP BY b.voter, took
                        """)
                .bind("study", study.value())
                .map((rs, context) -> new StudyFigures.Times(
                        new JudgeId(rs.getLong(1)), StudyFigures.threeDigits(rs.getLong(2)), rs.getLong(3)))
                .list();
    }

    private record Repeat(JudgeId voter, Optional<Long> best, Optional<Long> before) {}

    /** How many repeats of each voter, or of one, have the same best as the battle that they repeat. */
    static Map<JudgeId, Long> repeatedAlike(Handle handle, StudyId study, @Nullable JudgeId voter) {
        Map<JudgeId, Long> alike = new HashMap<>();
        handle.createQuery(REPEATS)
                .bind("study", study.value())
                .bind("from", voter == null ? 0 : voter.value())
                .bind("to", voter == null ? Long.MAX_VALUE : voter.value())
                .map((rs, context) -> new Repeat(new JudgeId(rs.getLong(1)), best(rs, 2), best(rs, 4)))
                .forEach(repeat ->
                        alike.merge(repeat.voter(), repeat.best().equals(repeat.before()) ? 1L : 0L, Long::sum));
        return alike;
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
