package dev.arena.core.store.sql;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.StudyId;
import dev.arena.core.store.BattleStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class SqlBattles implements BattleStore {
    private final SqlReader reader;
    private final UnitWriter writer;

    SqlBattles(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public Battle open(BattleDraft draft) {
        return writer.write(session -> BattleLog.open(session, draft));
    }

    @Override
    public Battle openFirst(JudgeDraft voter, Function<JudgeId, BattleDraft> draft) {
        return writer.write(session -> BattleLog.open(
                session, draft.apply(SqlJudges.put(session.hot(), voter).id())));
    }

    @Override
    public Optional<Battle> findByToken(String token) {
        return reader.readHot(hot -> HotBattles.findByToken(hot, token));
    }

    @Override
    public Optional<Battle> findOpen(JudgeId voter, @Nullable StudyId study) {
        long place = study == null ? BattleLog.FLOOR : study.value();
        return reader.readHot(hot -> HotBattles.findOpen(hot, voter, place));
    }

    @Override
    public Battle getBattle(BattleId id) {
        return reader.readHot(hot -> HotBattles.find(hot, id.value()))
                .orElseThrow(() -> new NoSuchElementException("no battle " + id.value()));
    }

    @Override
    public List<Battle> listDrawnFor(JudgeId voter) {
        return reader.read(handle -> {
            List<Long> ids = handle.createQuery("""
                            SELECT id
                            FROM battle
                            WHERE voter = :voter
                            ORDER BY id
                            """)
                    .bind("voter", voter.value())
                    .map((rs, context) -> rs.getLong("id"))
                    .list();
            return BattleReads.list(handle, ids);
        });
    }

    @Override
    public List<Battle> listDrawnFor(JudgeId voter, @Nullable StudyId study) {
        long place = study == null ? BattleLog.FLOOR : study.value();
        return reader.readHot(hot -> HotBattles.listDrawnFor(hot, voter, place));
    }

    @Override
    public List<Battle> listOfRun(RunId run) {
        return reader.read(handle -> {
            List<Long> ids = handle.createQuery("""
                            SELECT id
                            FROM battle
                            WHERE run = :run
                            ORDER BY coalesce(origin_key, ''), id
                            """)
                    .bind("run", run.value())
                    .map((rs, context) -> rs.getLong("id"))
                    .list();
            return BattleReads.list(handle, ids);
        });
    }

    @Override
    public void scanKeys(RunId run, KeyAction action) {
        reader.read(handle -> {
            try (PreparedStatement query = handle.getConnection().prepareStatement("""
                    SELECT id, coalesce(origin_key, '')
                    FROM battle
                    WHERE run = ?
                    ORDER BY id
                    """)) {
                query.setString(1, run.value());
                try (ResultSet rs = query.executeQuery()) {
                    while (rs.next()) {
                        action.take(new BattleId(rs.getLong(1)), rs.getString(2));
                    }
                }
            } catch (SQLException failure) {
                throw new SqlFailure(failure);
            }
            return run;
        });
    }
}
