package dev.arena.core.store.sql;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunEnd;
import dev.arena.core.model.RunId;
import dev.arena.core.model.RunRound;
import dev.arena.core.store.RunRules;
import dev.arena.core.store.RunStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    public List<RunId> listIds() {
        return reader.read(handle -> handle.createQuery("""
                        SELECT id
                        FROM run
                        ORDER BY started_ms DESC, id
                        """)
                .map((rs, context) -> new RunId(rs.getString("id")))
                .list());
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
    public List<BattleId> putRound(RunRound round, List<BattleDraft> battles) {
        RunRules.requireWhole(round, battles);
        return writer.write(session -> {
            require(session.handle(), round.run());
            List<BattleId> ids = battles.stream()
                    .map(draft -> new BattleId(BattleLog.store(session, draft)))
                    .toList();
            session.handle()
                    .createUpdate("""
                            INSERT INTO run_round (run, round, battles, reason, stored_ms)
                            VALUES (:run, :round, :battles, :reason, :stored_ms)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("run", round.run().value())
                    .bind("round", round.round())
                    .bind("battles", round.battles())
                    .bind("reason", round.reason())
                    .bind("stored_ms", round.storedAt().toEpochMilli())
                    .execute();
            return ids;
        });
    }

    @Override
    public List<RunRound> listRounds(RunId run) {
        return reader.read(handle -> handle.createQuery("""
                        SELECT round, battles, reason, stored_ms
                        FROM run_round
                        WHERE run = :run
                        ORDER BY round
                        """)
                .bind("run", run.value())
                .map((rs, context) -> new RunRound(
                        run, rs.getInt(1), rs.getInt(2), rs.getString(3), Instant.ofEpochMilli(rs.getLong(4))))
                .list());
    }

    @Override
    public void putEnd(RunEnd end) {
        int unused = writer.write(session -> {
            require(session.handle(), end.run());
            return session.handle()
                    .createUpdate("""
                            INSERT INTO run_end (run, session, ending, detail, ended_ms)
                            VALUES (:run, :session, :ending, :detail, :ended_ms)
                            """)
                    .bind("run", end.run().value())
                    .bind("session", end.session())
                    .bind("ending", end.ending())
                    .bind("detail", end.detail())
                    .bind("ended_ms", end.endedAt().toEpochMilli())
                    .execute();
        });
    }

    @Override
    public List<RunEnd> listEnds(RunId run) {
        return reader.read(handle -> handle.createQuery("""
                        SELECT session, ending, detail, ended_ms
                        FROM run_end
                        WHERE run = :run
                        ORDER BY id
                        """)
                .bind("run", run.value())
                .map((rs, context) -> new RunEnd(
                        run, rs.getString(1), rs.getString(2), rs.getString(3), Instant.ofEpochMilli(rs.getLong(4))))
                .list());
    }

    /** A row beside max() is the row with the maximum, which is what SQLite promises. */
    @Override
    public VoteCount countVotes(RunId run) {
        return reader.read(handle -> handle.createQuery("""
                        SELECT count(*), count(reason)
                        FROM (
                          SELECT max(v.sequence), v.reason
                          FROM battle b CROSS JOIN vote v INDEXED BY vote_standing ON v.battle = b.id
                          WHERE b.run = :run
                          GROUP BY v.battle, v.judge)
                        """)
                .bind("run", run.value())
                .map((rs, context) -> new VoteCount(rs.getLong(1), rs.getLong(2)))
                .one());
    }
}
