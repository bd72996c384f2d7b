package dev.arena.core.store.sql;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunId;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.RunStore;
import dev.arena.core.store.VoteRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

final class SqlRuns implements RunStore {
    private final SqlReader reader;
    private final UnitWriter writer;

    SqlRuns(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public Run put(Run run) {
        return writer.write(session -> put(session.handle(), run));
    }

    private static Run put(Handle handle, Run run) {
        Optional<Run> known = findBySpec(handle, run.specHash());
        if (known.isPresent()) {
            return known.get();
        }
        if (find(handle, run.id()).isPresent()) {
            throw new IllegalArgumentException("run " + run.id() + " is stored with another spec hash");
        }
        handle.createUpdate("""
                        INSERT INTO run (id, name, spec_hash, spec, started_ms)
                        VALUES (:id, :name, :spec_hash, :spec, :started_ms)
                        """)
                .bind("id", run.id().value())
                .bind("name", run.name())
                .bind("spec_hash", run.specHash())
                .bind("spec", run.spec())
                .bind("started_ms", run.startedAt().toEpochMilli())
                .execute();
        return run;
    }

    private static Optional<Run> findBySpec(Handle handle, String specHash) {
        return handle.createQuery("""
                        SELECT id, name, spec_hash, spec, started_ms
                        FROM run
                        WHERE spec_hash = :spec_hash
                        """)
                .bind("spec_hash", specHash)
                .map(SqlRuns::run)
                .findOne();
    }

    @Override
    public Optional<Run> findRun(RunId id) {
        return reader.read(handle -> find(handle, id));
    }

    private static Optional<Run> find(Handle handle, RunId id) {
        return handle.createQuery("""
                        SELECT id, name, spec_hash, spec, started_ms
                        FROM run
                        WHERE id = :id
                        """).bind("id", id.value()).map(SqlRuns::run).findOne();
    }

    /** Refuses a run that is not stored. */
    static void require(Handle handle, RunId id) {
        if (find(handle, id).isEmpty()) {
            throw new IllegalArgumentException("run " + id + " is not stored");
        }
    }

    @Override
    public List<Run> listRuns() {
        return reader.read(handle -> handle.createQuery("""
                        SELECT id, name, spec_hash, spec, started_ms
                        FROM run
                        ORDER BY started_ms DESC, id
                        """).map(SqlRuns::run).list());
    }

    private static Run run(ResultSet rs, StatementContext context) throws SQLException {
        return new Run(
                new RunId(rs.getString("id")),
                rs.getString("name"),
                rs.getString("spec_hash"),
                rs.getString("spec"),
                Instant.ofEpochMilli(rs.getLong("started_ms")));
    }

    @Override
    public List<AppendResult> record(List<FinishedCall> calls) {
        return writer.write(
                session -> calls.stream().map(call -> record(session, call)).toList());
    }

    private static AppendResult record(WriteSession session, FinishedCall finished) {
        JudgeCall call = finished.call();
        VoteRules.requireSameJudge(call, finished.vote());
        AppendResult result = VoteLog.appendLatest(session, call.battle().value(), finished.vote());
        if (result instanceof AppendResult.Stored stored) {
            try {
                insert(session.handle(), call, stored.vote().id().value());
            } catch (RuntimeException failure) {
                if (SqliteErrors.isConstraint(failure)) {
                    require(session.handle(), call.run());
                }
                throw failure;
            }
        }
        return result;
    }

    private static void insert(Handle handle, JudgeCall call, long vote) {
        handle.createUpdate("""
                        INSERT INTO judge_call (run, vote, key, outcome, reply, error, prompt_tokens, completion_tokens,
                          cost_usd, attempts, started_ms, duration_ms)
                        VALUES (:run, :vote, :key, :outcome, :reply, :error, :prompt_tokens, :completion_tokens,
                          :cost_usd, :attempts, :started_ms, :duration_ms)
                        """)
                .bind("run", call.run().value())
                .bind("vote", vote)
                .bind("key", call.key())
                .bind("outcome", call.outcome().name().toLowerCase(Locale.ROOT))
                .bind("reply", call.reply())
                .bind("error", call.error())
                .bind("prompt_tokens", call.usage().promptTokens())
                .bind("completion_tokens", call.usage().completionTokens())
                .bind("cost_usd", call.costUsd())
                .bind("attempts", call.attempts())
                .bind("started_ms", call.startedAt().toEpochMilli())
                .bind("duration_ms", call.durationMs())
                .execute();
    }

    @Override
    public void scanCalls(RunId run, Consumer<JudgeCall> action) {
        List<JudgeCall> calls = reader.read(handle -> handle.createQuery("""
                        SELECT v.battle, v.judge, c.prompt_tokens, c.completion_tokens, c.cost_usd, c.run, c.key, c.outcome,
                          c.reply, c.error, c.attempts, c.started_ms, c.duration_ms
                        FROM judge_call c JOIN vote v ON v.id = c.vote
                        WHERE c.run = :run
                        ORDER BY c.id
                        """)
                .bind("run", run.value())
                .map(SqlRuns::call)
                .list());
        calls.forEach(action);
    }

    private static JudgeCall call(ResultSet rs, StatementContext context) throws SQLException {
        return new JudgeCall(
                new RunId(rs.getString("run")),
                new BattleId(rs.getLong("battle")),
                new JudgeId(rs.getLong("judge")),
                rs.getString("key"),
                JudgeCall.Outcome.valueOf(rs.getString("outcome").toUpperCase(Locale.ROOT)),
                rs.getString("reply"),
                rs.getString("error"),
                new JudgeCall.Usage(Columns.longOrNull(rs, 3), Columns.longOrNull(rs, 4)),
                Columns.doubleOrNull(rs, 5),
                rs.getInt("attempts"),
                Instant.ofEpochMilli(rs.getLong("started_ms")),
                rs.getLong("duration_ms"));
    }
}
