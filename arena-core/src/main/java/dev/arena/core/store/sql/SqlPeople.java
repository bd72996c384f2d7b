package dev.arena.core.store.sql;

import dev.arena.core.model.Invite;
import dev.arena.core.model.InviteDraft;
import dev.arena.core.model.InviteId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RoleGrant;
import dev.arena.core.model.StudyId;
import dev.arena.core.store.PeopleStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** People in SQLite. What must not be done twice is decided and stored by one unit of the one writer. */
final class SqlPeople implements PeopleStore {
    private final SqlReader reader;
    private final UnitWriter writer;

    SqlPeople(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public Invite putInvite(InviteDraft draft) {
        return writer.write(session -> SqlInvites.put(session.handle(), draft));
    }

    @Override
    public Optional<Invite> findInvite(String secretHash) {
        return reader.read(handle -> SqlInvites.find(handle, secretHash));
    }

    @Override
    public Optional<Invite> findInvite(InviteId id) {
        return reader.read(handle -> SqlInvites.find(handle, id));
    }

    @Override
    public List<Invite> listInvites(@Nullable StudyId study) {
        return reader.read(handle -> SqlInvites.list(handle, study));
    }

    @Override
    public boolean endInvite(InviteId id, Instant now) {
        return writer.write(session -> SqlInvites.end(session.handle(), id, now));
    }

    @Override
    public Joined join(InviteId id, JudgeId judge, Instant now) {
        return writer.write(session -> {
            Handle handle = session.handle();
            Invite invite = SqlInvites.require(handle, id);
            RoleGrant wanted =
                    new RoleGrant(judge, invite.draft().scope(), invite.draft().role(), id, now);
            Optional<RoleGrant> held = SqlRoles.standing(handle, wanted);
            if (held.isPresent()) {
                return new Joined.Held(held.get());
            }
            Invite.Refusal refusal = invite.refusal(now);
            return refusal == null ? new Joined.Granted(SqlRoles.put(handle, wanted)) : new Joined.Refused(refusal);
        });
    }

    @Override
    public RoleGrant grant(RoleGrant grant) {
        return writer.write(session ->
                SqlRoles.given(session.handle(), grant).orElseGet(() -> SqlRoles.put(session.handle(), grant)));
    }

    @Override
    public List<RoleGrant> listRoles(JudgeId judge) {
        return reader.readHot(hot -> SqlRoles.ofJudge(hot, judge));
    }

    @Override
    public List<RoleGrant> listMembers(@Nullable StudyId study) {
        return reader.read(handle -> SqlRoles.ofStudy(handle, study));
    }

    @Override
    public List<RoleGrant> listRolesBy(InviteId id) {
        return reader.read(handle -> SqlRoles.byInvite(handle, id));
    }

    @Override
    public Map<InviteId, Long> countRolesByInvite(@Nullable StudyId study) {
        return reader.read(handle -> SqlRoles.countByInvite(handle, study));
    }

    @Override
    public List<RoleGrant> endRolesBy(InviteId id, Instant now) {
        return writer.write(session -> {
            Invite invite = SqlInvites.require(session.handle(), id);
            return SqlRoles.endByInvite(session.handle(), invite.id(), now);
        });
    }

    @Override
    public List<RoleGrant> endRolesThatSeeNames(JudgeId judge, Instant now) {
        return writer.write(session -> SqlRoles.endThoseThatSeeNames(session, judge, now));
    }

    @Override
    public Optional<JudgeId> findDevice(String secretHash) {
        return reader.readHot(
                hot -> hot.of("""
                        SELECT judge
                        FROM voter_device
                        WHERE secret_hash = :secret_hash
                        """).bind("secret_hash", secretHash).findFirst(rs -> new JudgeId(rs.getLong(1))));
    }

    @Override
    public void putCode(DeviceCode code) {
        int unused = writer.write(session -> {
            SqlJudges.require(session.handle(), code.judge());
            return session.handle()
                    .createUpdate("""
                            INSERT INTO device_code (code_hash, judge, made_ms, expires_ms)
                            VALUES (:code_hash, :judge, :made_ms, :expires_ms)
                            """)
                    .bind("code_hash", code.hash())
                    .bind("judge", code.judge().value())
                    .bind("made_ms", code.madeAt().toEpochMilli())
                    .bind("expires_ms", code.expiresAt().toEpochMilli())
                    .execute();
        });
    }

    private record OpenCode(long id, JudgeId judge) {}

    @Override
    public Optional<JudgeId> claim(String codeHash, String secretHash, Instant now) {
        return writer.write(session -> {
            Optional<OpenCode> code = openCode(session.handle(), codeHash, now);
            if (code.isEmpty()) {
                return Optional.empty();
            }
            JudgeId judge = code.get().judge();
            requireFree(session.handle(), secretHash);
            session.handle()
                    .createUpdate("""
                            INSERT INTO voter_device (secret_hash, judge, code, linked_ms)
                            VALUES (:secret_hash, :judge, :code, :linked_ms)
                            """)
                    .bind("secret_hash", secretHash)
                    .bind("judge", judge.value())
                    .bind("code", code.get().id())
                    .bind("linked_ms", now.toEpochMilli())
                    .execute();
            return Optional.of(judge);
        });
    }

    private static Optional<OpenCode> openCode(Handle handle, String codeHash, Instant now) {
        return handle.createQuery("""
                        SELECT c.id, c.judge
                        FROM device_code c
                        WHERE c.code_hash = :code_hash AND c.expires_ms > :now
                          AND NOT EXISTS (SELECT 1 FROM device_code n WHERE n.judge = c.judge AND n.id > c.id)
                          AND NOT EXISTS (SELECT 1 FROM voter_device d WHERE d.code = c.id)
                        """)
                .bind("code_hash", codeHash)
                .bind("now", now.toEpochMilli())
                .map((rs, context) -> new OpenCode(rs.getLong(1), new JudgeId(rs.getLong(2))))
                .findFirst();
    }

    private static void requireFree(Handle handle, String secretHash) {
        boolean taken = handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM voter_device WHERE secret_hash = :secret_hash)")
                .bind("secret_hash", secretHash)
                .mapTo(Boolean.class)
                .one();
        if (taken) {
            throw new IllegalArgumentException("that browser stands for a judge already");
        }
    }

    @Override
    public List<Instant> listDevices(JudgeId judge) {
        return reader.read(handle -> handle.createQuery("""
                        SELECT linked_ms
                        FROM voter_device
                        WHERE judge = :judge
                        ORDER BY linked_ms, secret_hash
                        """)
                .bind("judge", judge.value())
                .map((rs, context) -> Instant.ofEpochMilli(rs.getLong(1)))
                .list());
    }

    @Override
    public boolean hasVotes(JudgeId judge) {
        return reader.read(handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM vote WHERE judge = :judge)")
                .bind("judge", judge.value())
                .mapTo(Boolean.class)
                .one());
    }
}
