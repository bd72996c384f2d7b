package dev.arena.core.store.sql;

import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyState;
import dev.arena.core.model.StudyVersionId;
import dev.arena.core.store.StoredStudy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Studies with their versions and states. There are few, so each is read in three queries. */
final class StudyReads {
    private StudyReads() {}

    private record Row(long id, String key) {}

    static StoredStudy get(Handle handle, long id) {
        return handle.createQuery("""
                        SELECT id, key
                        FROM study
                        WHERE id = :id
                        """)
                .bind("id", id)
                .map((rs, context) -> new Row(rs.getLong(1), rs.getString(2)))
                .findOne()
                .map(row -> whole(handle, row))
                .orElseThrow(() -> new NoSuchElementException("no study " + id));
    }

    static Optional<StoredStudy> find(Handle handle, String key) {
        return handle.createQuery("""
                        SELECT id, key
                        FROM study
                        WHERE key = :key
                        """)
                .bind("key", key)
                .map((rs, context) -> new Row(rs.getLong(1), rs.getString(2)))
                .findOne()
                .map(row -> whole(handle, row));
    }

    static List<StoredStudy> list(Handle handle) {
        List<Row> rows = handle.createQuery("""
                        SELECT id, key
                        FROM study
                        ORDER BY id
                        """)
                .map((rs, context) -> new Row(rs.getLong(1), rs.getString(2)))
                .list();
        return rows.stream().map(row -> whole(handle, row)).toList();
    }

    private static StoredStudy whole(Handle handle, Row row) {
        return new StoredStudy(new StudyId(row.id()), row.key(), versions(handle, row.id()), changes(handle, row.id()));
    }

    private static List<StoredStudy.Version> versions(Handle handle, long study) {
        return handle.createQuery("""
                        SELECT id, version, settings, stored_ms
                        FROM study_version
                        WHERE study = :study
                        ORDER BY version
                        """)
                .bind("study", study)
                .map((rs, context) -> new StoredStudy.Version(
                        new StudyVersionId(rs.getLong(1)),
                        rs.getInt(2),
                        rs.getString(3),
                        Instant.ofEpochMilli(rs.getLong(4))))
                .list();
    }

    private static List<StoredStudy.Change> changes(Handle handle, long study) {
        return handle.createQuery("""
                        SELECT state, reason, changed_ms
                        FROM study_state
                        WHERE study = :study
                        ORDER BY id
                        """)
                .bind("study", study)
                .map((rs, context) -> new StoredStudy.Change(
                        StudyState.valueOf(rs.getString(1).toUpperCase(Locale.ROOT)),
                        rs.getString(2),
                        Instant.ofEpochMilli(rs.getLong(3))))
                .list();
    }
}
