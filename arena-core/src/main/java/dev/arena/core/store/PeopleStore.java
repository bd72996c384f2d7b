package dev.arena.core.store;

import dev.arena.core.model.Invite;
import dev.arena.core.model.InviteDraft;
import dev.arena.core.model.InviteId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RoleGrant;
import dev.arena.core.model.StudyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Invitations, the roles that came of them, and the browsers of one voter. All of it is a log: what ends gets a row that says when.
 * Secrets come as keyed hashes only.
 */
public interface PeopleStore {
    /** Stores an invitation. */
    Invite putInvite(InviteDraft draft);

    /** The invitation whose secret has that hash, ended ones included. */
    Optional<Invite> findInvite(String secretHash);

    /** An invitation, ended ones included. */
    Optional<Invite> findInvite(InviteId id);

    /** All invitations of a study (null: those to the whole arena), newest first, ended ones included. */
    List<Invite> listInvites(@Nullable StudyId study);

    /**
     * Revokes an invitation; those who joined by it keep their roles until {@link #endRolesBy}.
     *
     * @return whether it was not revoked before
     * @throws IllegalArgumentException if there is none
     */
    boolean endInvite(InviteId id, Instant now);

    /**
     * Uses an invitation up once and gives its role, in one transaction. Who holds the role already keeps it, and nothing is used.
     *
     * @throws IllegalArgumentException if there is no such invitation, or the judge is not stored
     */
    Joined join(InviteId id, JudgeId judge, Instant now);

    /**
     * Gives a role without an invitation; the one that was given so already where it stands. Whoever holds it by an invitation holds it
     * twice then, so that it stays when those of the invitation end.
     */
    RoleGrant grant(RoleGrant grant);

    /** The standing roles of a judge, oldest first. */
    List<RoleGrant> listRoles(JudgeId judge);

    /** The standing roles in a study (null: in the whole arena), oldest first. */
    List<RoleGrant> listMembers(@Nullable StudyId study);

    /** The standing roles that an invitation gave, oldest first. */
    List<RoleGrant> listRolesBy(InviteId id);

    /** How many standing roles each invitation of a study gave (null: those to the whole arena); those that gave none are left out. */
    Map<InviteId, Long> countRolesByInvite(@Nullable StudyId study);

    /**
     * Ends every standing role that an invitation gave, in one transaction; returns what was ended, oldest first.
     *
     * @throws IllegalArgumentException if there is no such invitation
     */
    List<RoleGrant> endRolesBy(InviteId id, Instant now);

    /** Ends every standing role of a judge that shows names; returns what was ended. */
    List<RoleGrant> endRolesThatSeeNames(JudgeId judge, Instant now);

    /** The judge that a further browser's secret stands for. */
    Optional<JudgeId> findDevice(String secretHash);

    /** When further browsers began to stand for a judge, oldest first. */
    List<Instant> listDevices(JudgeId judge);

    /** Stores a code by which another browser goes on as this judge; it takes the place of the judge's earlier one. */
    void putCode(DeviceCode code);

    /**
     * Uses a code up and lets the secret of a further browser stand for its judge, in one transaction.
     *
     * @return empty where the code is unknown, used, replaced by a newer one, or expired
     */
    Optional<JudgeId> claim(String codeHash, String secretHash, Instant now);

    /** Whether a judge has cast any vote. */
    boolean hasVotes(JudgeId judge);

    /** A code that waits to be typed into another browser. */
    record DeviceCode(String hash, JudgeId judge, Instant madeAt, Instant expiresAt) {}

    /** What came of joining. */
    sealed interface Joined {
        /** The role is held now. */
        record Granted(RoleGrant grant) implements Joined {}

        /** The role was held before; nothing was used up. */
        record Held(RoleGrant grant) implements Joined {}

        /** Nobody joins by this invitation any more. */
        record Refused(Invite.Refusal reason) implements Joined {}
    }
}
