package dev.arena.core.store.sql;

import dev.arena.core.model.InviteId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Role;
import dev.arena.core.model.RoleGrant;
import dev.arena.core.model.StudyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Roles: a grant stands until a row says that it ended. */
final class SqlRoles {
    /** Words of roles as a JSON array. */
    private static final String THAT_SEE_NAMES = Arrays.stream(Role.values())
            .filter(Role::seesNames)
            .map(role -> '"' + role.word() + '"')
            .collect(Collectors.joining(",", "[", "]"));

    private SqlRoles() {}

    /** The standing grant of the same role in the same place to the same judge. */
    static Optional<RoleGrant> standing(Handle handle, RoleGrant wanted) {
        return handle.createQuery("""
                        SELECT g.judge, g.study, g.role, g.invite, g.granted_ms
                        FROM role_grant g
                        WHERE g.judge = :judge AND g.study IS :study AND g.role = :role
                          AND NOT EXISTS (SELECT 1 FROM role_end e WHERE e.role_grant = g.id)
                        ORDER BY g.id
                        LIMIT 1
                        """)
                .bind("judge", wanted.judge().value())
                .bind("study", value(wanted.study()))
                .bind("role", wanted.role().word())
                .map(SqlRoles::row)
                .findOne();
    }

    /** The same, where nobody's invitation gave it. */
    static Optional<RoleGrant> given(Handle handle, RoleGrant wanted) {
        return handle.createQuery("""
                        SELECT g.judge, g.study, g.role, g.invite, g.granted_ms
                        FROM role_grant g
                        WHERE g.judge = :judge AND g.study IS :study AND g.role = :role AND g.invite IS NULL
                          AND NOT EXISTS (SELECT 1 FROM role_end e WHERE e.role_grant = g.id)
                        ORDER BY g.id
                        LIMIT 1
                        """)
                .bind("judge", wanted.judge().value())
                .bind("study", value(wanted.study()))
                .bind("role", wanted.role().word())
                .map(SqlRoles::row)
                .findOne();
    }

    static RoleGrant put(Handle handle, RoleGrant grant) {
        SqlJudges.require(handle, grant.judge());
        requireStudy(handle, grant.study());
        InviteId invite = grant.invite();
        int unused = handle.createUpdate("""
                        INSERT INTO role_grant (judge, study, role, invite, granted_ms)
                        VALUES (:judge, :study, :role, :invite, :granted_ms)
                        """)
                .bind("judge", grant.judge().value())
                .bind("study", value(grant.study()))
                .bind("role", grant.role().word())
                .bind("invite", invite == null ? null : Long.valueOf(invite.value()))
                .bind("granted_ms", grant.grantedAt().toEpochMilli())
                .execute();
        return grant;
    }

    static List<RoleGrant> ofJudge(HotStatements hot, JudgeId judge) {
        List<RoleGrant> standing = new ArrayList<>();
        hot.of("""
                        SELECT g.judge, g.study, g.role, g.invite, g.granted_ms
                        FROM role_grant g
                        WHERE g.judge = :judge AND NOT EXISTS (SELECT 1 FROM role_end e WHERE e.role_grant = g.id)
                        ORDER BY g.id
                        """).bind("judge", judge.value()).forEach(rs -> standing.add(read(rs)));
        return standing;
    }

    static List<RoleGrant> ofStudy(Handle handle, @Nullable StudyId study) {
        return handle.createQuery("""
                        SELECT g.judge, g.study, g.role, g.invite, g.granted_ms
                        FROM role_grant g
                        WHERE g.study IS :study AND NOT EXISTS (SELECT 1 FROM role_end e WHERE e.role_grant = g.id)
                        ORDER BY g.id
                        """)
                .bind("study", value(study))
                .map(SqlRoles::row)
                .list();
    }

    static List<RoleGrant> byInvite(Handle handle, InviteId invite) {
        return handle.createQuery("""
                        SELECT g.judge, g.study, g.role, g.invite, g.granted_ms
                        FROM role_grant g
                        WHERE g.invite = :invite AND NOT EXISTS (SELECT 1 FROM role_end e WHERE e.role_grant = g.id)
                        ORDER BY g.id
                        """)
                .bind("invite", invite.value())
                .map(SqlRoles::row)
                .list();
    }

    static Map<InviteId, Long> countByInvite(Handle handle, @Nullable StudyId study) {
        Map<InviteId, Long> counts = new HashMap<>();
        handle.createQuery("""
                        SELECT g.invite, count(*)
                        FROM role_grant g JOIN invite i ON i.id = g.invite
                        WHERE i.study IS :study AND NOT EXISTS (SELECT 1 FROM role_end e WHERE e.role_grant = g.id)
                        GROUP BY g.invite
                        """)
                .bind("study", value(study))
                .map((rs, context) -> Map.entry(new InviteId(rs.getLong(1)), rs.getLong(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    static List<RoleGrant> endByInvite(Handle handle, InviteId invite, Instant now) {
        List<RoleGrant> ended = byInvite(handle, invite);
        handle.createUpdate("""
                        INSERT INTO role_end (role_grant, ended_ms)
                        SELECT g.id, :ended_ms
                        FROM role_grant g
                        WHERE g.invite = :invite AND NOT EXISTS (SELECT 1 FROM role_end e WHERE e.role_grant = g.id)
                        """)
                .bind("invite", invite.value())
                .bind("ended_ms", now.toEpochMilli())
                .execute();
        return ended;
    }

    static List<RoleGrant> endThoseThatSeeNames(WriteSession session, JudgeId judge, Instant now) {
        List<RoleGrant> ended = ofJudge(session.hot(), judge).stream()
                .filter(grant -> grant.role().seesNames())
                .toList();
        session.handle()
                .createUpdate("""
                        INSERT INTO role_end (role_grant, ended_ms)
                        SELECT g.id, :ended_ms
                        FROM role_grant g
                        WHERE g.judge = :judge AND g.role IN (SELECT j.value FROM json_each(:roles) j)
                          AND NOT EXISTS (SELECT 1 FROM role_end e WHERE e.role_grant = g.id)
                        """)
                .bind("roles", THAT_SEE_NAMES)
                .bind("judge", judge.value())
                .bind("ended_ms", now.toEpochMilli())
                .execute();
        return ended;
    }

    /** Refuses a study that is not stored. */
    static void requireStudy(Handle handle, @Nullable StudyId study) {
        if (study != null) {
            String sql = "SELECT EXISTS (SELECT 1 FROM study WHERE id = :id)";
            Exists.require(handle, sql, study.value(), "study " + study.value());
        }
    }

    static @Nullable Long value(@Nullable StudyId study) {
        return study == null ? null : Long.valueOf(study.value());
    }

    private static RoleGrant row(ResultSet rs, StatementContext context) throws SQLException {
        return read(rs);
    }

    private static RoleGrant read(ResultSet rs) throws SQLException {
        Long study = Columns.longOrNull(rs, 2);
        Long invite = Columns.longOrNull(rs, 4);
        return new RoleGrant(
                new JudgeId(rs.getLong(1)),
                study == null ? null : new StudyId(study),
                Role.valueOf(rs.getString(3).toUpperCase(Locale.ROOT)),
                invite == null ? null : new InviteId(invite),
                Instant.ofEpochMilli(rs.getLong(5)));
    }
}
