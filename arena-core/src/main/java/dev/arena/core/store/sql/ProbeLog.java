package dev.arena.core.store.sql;

import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Probe;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.RunId;
import dev.arena.core.store.CallStore.FinishedProbe;
import dev.arena.core.store.VoteRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Stores answers to probes, on the writer's thread, and reads them. */
final class ProbeLog {
    private ProbeLog() {}

    static void record(WriteSession session, FinishedProbe finished) {
        VoteRules.requireSameJudge(finished);
        Probe.Question question = finished.question();
        long id = CallLog.nextId(session, "probe");
        try {
            insert(session, id, question, finished.answer());
        } catch (RuntimeException failure) {
            if (SqliteErrors.isConstraint(failure)) {
                SqlRuns.require(session.handle(), question.run());
                SqlJudges.require(session.handle(), question.judge());
                if (question.prompt() != null) {
                    SqlCatalog.require(session.handle(), question.prompt());
                }
            }
            throw failure;
        }
        JudgeCall call = finished.call();
        if (call != null) {
            CallLog.insert(session, call, null, id);
        }
    }

    private static void insert(WriteSession session, long id, Probe.Question question, Probe.Answer answer) {
        VerdictColumns verdict = VerdictColumns.of(answer.verdict());
        PromptId prompt = question.prompt();
        session.hot()
                .of("""
                        INSERT INTO probe (id, run, judge, key, sequence, type, prompt, shown, expected, kind, ranks, margin,
                          preference, reason, detail, rationale, latency_ms, answered_ms)
                        SELECT :id, :run, :judge, :key, coalesce(max(sequence), 0) + 1, :type, :prompt, :shown, :expected,
                          :kind, :ranks, :margin, :preference, :reason, :detail, :rationale, :latency_ms, :answered_ms
                        FROM probe
                        WHERE run = :run AND judge = :judge AND key = :key
                        """)
                .bind("id", id)
                .bind("run", question.run().value())
                .bind("judge", question.judge().value())
                .bind("key", question.key())
                .bind("type", question.type())
                .bind("prompt", prompt == null ? null : (Long) prompt.value())
                .bind("shown", question.shown())
                .bind("expected", question.expected())
                .bind("kind", verdict.kind())
                .bind("ranks", verdict.ranks())
                .bind("margin", verdict.margin())
                .bind("preference", verdict.preference())
                .bind("reason", verdict.reason())
                .bind("detail", verdict.detail())
                .bind("rationale", answer.rationale())
                .bind("latency_ms", answer.latencyMs())
                .bind("answered_ms", answer.answeredAt().toEpochMilli())
                .execute();
    }

    static List<Probe> list(Handle handle, RunId run) {
        return handle.createQuery("""
                        SELECT judge, key, sequence, type, prompt, shown, expected, kind, ranks, margin, preference, reason,
                          detail, rationale, latency_ms, answered_ms
                        FROM probe
                        WHERE run = :run
                        ORDER BY id
                        """)
                .bind("run", run.value())
                .map((rs, context) -> probe(rs, run))
                .list();
    }

    private static Probe probe(ResultSet rs, RunId run) throws SQLException {
        Long prompt = Columns.longOrNull(rs, 5);
        VerdictColumns verdict = new VerdictColumns(
                rs.getString(8),
                rs.getString(9),
                Columns.intOrNull(rs, 10),
                Columns.doubleOrNull(rs, 11),
                rs.getString(12),
                rs.getString(13));
        return new Probe(
                new Probe.Question(
                        run,
                        new JudgeId(rs.getLong(1)),
                        rs.getString(2),
                        rs.getString(4),
                        prompt == null ? null : new PromptId(prompt),
                        rs.getString(6),
                        rs.getString(7)),
                rs.getInt(3),
                new Probe.Answer(
                        verdict.verdict(),
                        rs.getString(14),
                        Columns.longOrNull(rs, 15),
                        Instant.ofEpochMilli(rs.getLong(16))));
    }
}
