package dev.arena.core.store.sql;

import dev.arena.core.model.Snapshot;
import dev.arena.core.store.SnapshotStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

final class SqlSnapshots implements SnapshotStore {
    private final SqlReader reader;
    private final UnitWriter writer;

    SqlSnapshots(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public Snapshot put(Snapshot snapshot) {
        return writer.write(session -> {
            int unused = session.handle()
                    .createUpdate("""
                            INSERT INTO snapshot (id, query, note, body, sha256, revision, votes_sha256, created_ms)
                            VALUES (:id, :query, :note, :body, :sha256, :revision, :votes_sha256, :created_ms)
                            ON CONFLICT (id) DO NOTHING
                            """)
                    .bind("id", snapshot.id())
                    .bind("query", snapshot.query())
                    .bind("note", snapshot.note())
                    .bind("body", snapshot.body())
                    .bind("sha256", snapshot.sha256())
                    .bind("revision", snapshot.revision())
                    .bind("votes_sha256", snapshot.votesSha256())
                    .bind("created_ms", snapshot.createdAt().toEpochMilli())
                    .execute();
            return find(session.handle(), snapshot.id()).orElseThrow();
        });
    }

    @Override
    public Optional<Snapshot> findSnapshot(String id) {
        return reader.read(handle -> find(handle, id));
    }

    private static Optional<Snapshot> find(Handle handle, String id) {
        return handle.createQuery("""
                        SELECT id, query, note, body, sha256, revision, votes_sha256, created_ms
                        FROM snapshot
                        WHERE id = :id
                        """)
                .bind("id", id)
                .map(SqlSnapshots::snapshot)
                .findOne();
    }

    @Override
    public List<String> listIds() {
        return reader.read(handle -> handle.createQuery("""
                        SELECT id
                        FROM snapshot
                        ORDER BY created_ms DESC, id
                        """).mapTo(String.class).list());
    }

    @Override
    public List<Snapshot> listSnapshots() {
        return reader.read(
                handle -> handle.createQuery("""
                        SELECT id, query, note, body, sha256, revision, votes_sha256, created_ms
                        FROM snapshot
                        ORDER BY created_ms DESC, id
                        """).map(SqlSnapshots::snapshot).list());
    }

    static Snapshot snapshot(ResultSet rs, StatementContext context) throws SQLException {
        return new Snapshot(
                rs.getString("id"),
                rs.getString("query"),
                rs.getString("note"),
                rs.getString("body"),
                rs.getString("sha256"),
                rs.getLong("revision"),
                rs.getString("votes_sha256"),
                Instant.ofEpochMilli(rs.getLong("created_ms")));
    }
}
