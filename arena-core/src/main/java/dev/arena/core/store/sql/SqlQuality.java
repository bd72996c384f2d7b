package dev.arena.core.store.sql;

import dev.arena.core.model.JudgeId;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.store.QualityStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

final class SqlQuality implements QualityStore {
    private final SqlReader reader;
    private final UnitWriter writer;

    SqlQuality(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public void append(List<VoterDecision> decisions) {
        int unused = writer.write(session -> append(session.handle(), decisions));
    }

    private static int append(Handle handle, List<VoterDecision> decisions) {
        for (VoterDecision decision : decisions) {
            SqlJudges.require(handle, decision.judge());
            StudyId study = decision.study();
            handle.createUpdate("""
                            INSERT INTO voter_decision (judge, study, action, weight, reason, evidence, made_by, decided_ms)
                            VALUES (:judge, :study, :action, :weight, :reason, :evidence, :made_by, :decided_ms)
                            """)
                    .bind("judge", decision.judge().value())
                    .bind("study", study == null ? null : study.value())
                    .bind("action", decision.action().word())
                    .bind("weight", decision.weight())
                    .bind("reason", decision.reason())
                    .bind("evidence", decision.evidence())
                    .bind("made_by", decision.by())
                    .bind("decided_ms", decision.decidedAt().toEpochMilli())
                    .execute();
        }
        return handle.createUpdate("""
                        UPDATE arena
                        SET catalog_revision = catalog_revision + 1
                        """).execute();
    }

    @Override
    public List<VoterDecision> listDecisions() {
        return reader.read(
                handle -> handle.createQuery("""
                        SELECT judge, study, action, weight, reason, evidence, made_by, decided_ms
                        FROM voter_decision
                        ORDER BY id
                        """).map(SqlQuality::row).list());
    }

    private static VoterDecision row(ResultSet rs, StatementContext context) throws SQLException {
        Long study = Columns.longOrNull(rs, 2);
        return new VoterDecision(
                new JudgeId(rs.getLong(1)),
                study == null ? null : new StudyId(study),
                VoterDecision.Action.valueOf(rs.getString(3).toUpperCase(Locale.ROOT)),
                rs.getDouble(4),
                rs.getString(5),
                rs.getString(6),
                rs.getString(7),
                Instant.ofEpochMilli(rs.getLong(8)));
    }
}
