package dev.arena.core.store.sql;

import dev.arena.core.model.Invite;
import dev.arena.core.model.InviteDraft;
import dev.arena.core.model.InviteId;
import dev.arena.core.model.Role;
import dev.arena.core.model.StudyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Invitations, each with the number of people who joined by it and the time of its end. */
final class SqlInvites {
    private SqlInvites() {}

    static Invite put(Handle handle, InviteDraft draft) {
        Instant expires = draft.expiresAt();
        if (find(handle, draft.secretHash()).isPresent()) {
            throw new IllegalArgumentException("an invitation with that secret is stored already");
        }
        SqlRoles.requireStudy(handle, draft.study());
        long id = handle.createQuery("""
                        INSERT INTO invite (study, role, secret_hash, label, uses_max, expires_ms, created_ms)
                        VALUES (:study, :role, :secret_hash, :label, :uses_max, :expires_ms, :created_ms)
                        RETURNING id
                        """)
                .bind("study", SqlRoles.value(draft.study()))
                .bind("role", draft.role().word())
                .bind("secret_hash", draft.secretHash())
                .bind("label", draft.label())
                .bind("uses_max", draft.usesMax())
                .bind("expires_ms", expires == null ? null : Long.valueOf(expires.toEpochMilli()))
                .bind("created_ms", draft.createdAt().toEpochMilli())
                .mapTo(Long.class)
                .one();
        return require(handle, new InviteId(id));
    }

    static Optional<Invite> find(Handle handle, String secretHash) {
        return handle.createQuery("""
                        SELECT i.id, i.study, i.role, i.secret_hash, i.label, i.uses_max, i.expires_ms, i.created_ms,
                          (SELECT count(*) FROM role_grant g WHERE g.invite = i.id), e.ended_ms
                        FROM invite i LEFT JOIN invite_end e ON e.invite = i.id
                        WHERE i.secret_hash = :secret_hash
                        """)
                .bind("secret_hash", secretHash)
                .map(SqlInvites::row)
                .findOne();
    }

    static Optional<Invite> find(Handle handle, InviteId id) {
        return handle.createQuery("""
                        SELECT i.id, i.study, i.role, i.secret_hash, i.label, i.uses_max, i.expires_ms, i.created_ms,
                          (SELECT count(*) FROM role_grant g WHERE g.invite = i.id), e.ended_ms
                        FROM invite i LEFT JOIN invite_end e ON e.invite = i.id
                        WHERE i.id = :id
                        """)
                .bind("id", id.value())
                .map(SqlInvites::row)
                .findOne();
    }

    static Invite require(Handle handle, InviteId id) {
        return find(handle, id)
                .orElseThrow(() -> new IllegalArgumentException("invitation " + id.value() + " is not stored"));
    }

    static List<Invite> list(Handle handle, @Nullable StudyId study) {
        return handle.createQuery("""
                        SELECT i.id, i.study, i.role, i.secret_hash, i.label, i.uses_max, i.expires_ms, i.created_ms,
                          (SELECT count(*) FROM role_grant g WHERE g.invite = i.id), e.ended_ms
                        FROM invite i LEFT JOIN invite_end e ON e.invite = i.id
                        WHERE i.study IS :study
                        ORDER BY i.id DESC
                        """)
                .bind("study", SqlRoles.value(study))
                .map(SqlInvites::row)
                .list();
    }

    static boolean end(Handle handle, InviteId id, Instant now) {
        Invite unused = require(handle, id);
        return handle.createUpdate("""
                        INSERT INTO invite_end (invite, ended_ms)
                        VALUES (:invite, :ended_ms)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("invite", id.value())
                        .bind("ended_ms", now.toEpochMilli())
                        .execute()
                > 0;
    }

    private static Invite row(ResultSet rs, StatementContext context) throws SQLException {
        Long study = Columns.longOrNull(rs, 2);
        InviteDraft draft = new InviteDraft(
                study == null ? null : new StudyId(study),
                Role.valueOf(rs.getString(3).toUpperCase(Locale.ROOT)),
                rs.getString(4),
                rs.getString(5),
                Columns.intOrNull(rs, 6),
                instant(Columns.longOrNull(rs, 7)),
                Instant.ofEpochMilli(rs.getLong(8)));
        return new Invite(new InviteId(rs.getLong(1)), draft, rs.getLong(9), instant(Columns.longOrNull(rs, 10)));
    }

    private static @Nullable Instant instant(@Nullable Long ms) {
        return ms == null ? null : Instant.ofEpochMilli(ms);
    }
}
