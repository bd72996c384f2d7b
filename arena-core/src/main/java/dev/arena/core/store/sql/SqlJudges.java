package dev.arena.core.store.sql;

import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.store.JudgeStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

final class SqlJudges implements JudgeStore {
    private static final int RECENT = 10_000;

    private final SqlReader reader;
    private final UnitWriter writer;
    /** The judges asked for last; stored ones never change. */
    private final Map<JudgeDraft, Judge> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JudgeDraft, Judge> eldest) {
            return size() > RECENT;
        }
    };

    SqlJudges(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public Judge put(JudgeDraft draft) {
        return find(draft).orElseGet(() -> remember(draft, writer.write(session -> put(session.hot(), draft))));
    }

    static Judge put(HotStatements hot, JudgeDraft draft) {
        return find(hot, draft)
                .orElseGet(() -> hot.of("""
                        INSERT INTO judge (kind, name, version)
                        VALUES (:kind, :name, :version)
                        RETURNING id, kind, name, version
                        """)
                        .bind("kind", draft.kind().word())
                        .bind("name", draft.name())
                        .bind("version", draft.version())
                        .findFirst(rs -> read(rs, 0))
                        .orElseThrow());
    }

    @Override
    public Optional<Judge> find(JudgeDraft draft) {
        Judge known = known(draft);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Judge> stored = reader.readHot(hot -> find(hot, draft));
        stored.ifPresent(judge -> remember(draft, judge));
        return stored;
    }

    private @Nullable Judge known(JudgeDraft draft) {
        synchronized (recent) {
            return recent.get(draft);
        }
    }

    /** What a unit of work sees may be undone, so nothing of it is remembered. */
    private Judge remember(JudgeDraft draft, Judge judge) {
        if (reader.isInUnit()) {
            return judge;
        }
        synchronized (recent) {
            recent.put(draft, judge);
        }
        return judge;
    }

    private static Optional<Judge> find(HotStatements hot, JudgeDraft draft) {
        return hot.of("""
                        SELECT id, kind, name, version
                        FROM judge
                        WHERE kind = :kind AND name = :name AND version = :version
                        """)
                .bind("kind", draft.kind().word())
                .bind("name", draft.name())
                .bind("version", draft.version())
                .findFirst(rs -> read(rs, 0));
    }

    @Override
    public Judge getJudge(JudgeId id) {
        return reader.read(handle -> handle.createQuery("""
                                SELECT id, kind, name, version
                                FROM judge
                                WHERE id = :id
                                """)
                        .bind("id", id.value())
                        .map(SqlJudges::row)
                        .findOne())
                .orElseThrow(() -> new NoSuchElementException("no judge " + id.value()));
    }

    /** The two halves around people are found by the index of kinds. */
    @Override
    public List<Judge> listOthers() {
        return reader.read(handle -> handle.createQuery("""
                        SELECT id, kind, name, version
                        FROM judge
                        WHERE kind < 'human' OR kind > 'human'
                        ORDER BY id
                        """).map(SqlJudges::row).list());
    }

    @Override
    public List<Judge> listJudges() {
        return reader.read(SqlJudges::list);
    }

    static List<Judge> list(Handle handle) {
        return handle.createQuery("""
                        SELECT id, kind, name, version
                        FROM judge
                        ORDER BY id
                        """).map(SqlJudges::row).list();
    }

    /** Refuses a judge that is not stored. */
    static void require(Handle handle, JudgeId id) {
        Exists.require(handle, "SELECT EXISTS (SELECT 1 FROM judge WHERE id = :id)", id.value(), "judge " + id.value());
    }

    private static Judge row(ResultSet rs, StatementContext context) throws SQLException {
        return read(rs, 0);
    }

    /** Reads {@code id, kind, name, version} after so many other columns. */
    static Judge read(ResultSet rs, int at) throws SQLException {
        return new Judge(
                new JudgeId(rs.getLong(at + 1)),
                JudgeKind.valueOf(rs.getString(at + 2).toUpperCase(Locale.ROOT)),
                rs.getString(at + 3),
                rs.getString(at + 4));
    }
}
