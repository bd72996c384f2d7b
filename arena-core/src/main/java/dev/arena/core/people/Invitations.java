package dev.arena.core.people;

import dev.arena.core.battle.VoterIdentity;
import dev.arena.core.model.Invite;
import dev.arena.core.model.InviteDraft;
import dev.arena.core.model.InviteId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Role;
import dev.arena.core.model.RoleGrant;
import dev.arena.core.model.StudyId;
import dev.arena.core.people.PeopleException.Kind;
import dev.arena.core.problem.FreeText;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.PeopleStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Links that give a role. A link holds a random secret, which is told once, when it is made. One secret is of this process alone: it
 * makes administrators, and is printed for the person who runs the server.
 */
public final class Invitations {
    /** Longest label, in characters. */
    public static final int LABEL_MAX = 200;

    /** How many people one link may let in at most, where that is limited. */
    public static final int USES_MAX = 1_000_000;

    /** The last moment at which a link may end; null ends never. */
    public static final Instant LAST_EXPIRY = Instant.parse("9999-12-31T23:59:59Z");

    private final PeopleStore store;
    private final Roles roles;
    private final Secrets secrets;
    private final InstantSource clock;
    private final String administration;

    Invitations(PeopleStore store, Roles roles, Secrets secrets, InstantSource clock) {
        this.store = store;
        this.roles = roles;
        this.secrets = secrets;
        this.clock = clock;
        this.administration = secrets.newSecret();
    }

    /**
     * An invitation to be made.
     *
     * @param study where a voter votes; the other roles hold in the whole arena, and keep the study only to be listed with it
     * @param label for those who invite; may be empty
     * @param uses so many people may join; null = any number
     * @param expiresAt nobody joins from then on; null = never
     */
    public record Wish(
            @Nullable StudyId study,
            Role role,
            String label,
            @Nullable Integer uses,
            @Nullable Instant expiresAt) {}

    /** A new invitation and its secret, which cannot be had again. */
    public record Made(Invite invite, String secret) {}

    /**
     * Makes an invitation.
     *
     * @throws IllegalArgumentException if a voter is invited to no study
     * @throws UsageException where the label, the uses or the time are not allowed, with what is
     */
    public Made make(Wish wish) {
        FreeText.problem("label", wish.label(), LABEL_MAX).ifPresent(problem -> {
            throw new UsageException(problem);
        });
        requireUses(wish.uses());
        requireToCome(wish.expiresAt());
        String secret = secrets.newSecret();
        InviteDraft draft = new InviteDraft(
                wish.study(),
                wish.role(),
                secrets.hash(Secrets.Purpose.INVITE, secret),
                wish.label(),
                wish.uses(),
                wish.expiresAt(),
                clock.instant());
        return new Made(store.putInvite(draft), secret);
    }

    private static void requireUses(@Nullable Integer uses) {
        if (uses != null && (uses < 1 || uses > USES_MAX)) {
            throw problem("uses", uses.toString(), "a whole number from 1 to " + USES_MAX + ", or none for any number");
        }
    }

    private void requireToCome(@Nullable Instant expiry) {
        if (expiry != null && (!expiry.isAfter(clock.instant()) || expiry.isAfter(LAST_EXPIRY))) {
            throw problem(
                    "expires_at", expiry.toString(), "a time to come until " + LAST_EXPIRY + ", or none for never");
        }
    }

    private static UsageException problem(String field, String found, String allowed) {
        return new UsageException(new InputProblem(null, 0, field, found, allowed, ""));
    }

    /** The secret that makes an administrator of whoever joins by it; it ends with this process. */
    public String administration() {
        return administration;
    }

    /**
     * Checks that a secret can be joined by, so that nothing is started for one that cannot.
     *
     * @throws PeopleException where it is unknown or can be used no more
     */
    public void requireUsable(String secret) {
        if (Secrets.same(secret, administration)) {
            return;
        }
        Invite invite = require(secret);
        Invite.Refusal refusal = invite.refusal(clock.instant());
        if (refusal != null && refusal != Invite.Refusal.USED_UP) {
            throw refused(refusal);
        }
    }

    /**
     * Joins: gives the invitation's role. Whoever holds it already keeps it and uses nothing up.
     *
     * @throws PeopleException where the secret is unknown or can be used no more
     */
    public RoleGrant join(String secret, JudgeId judge) {
        if (Secrets.same(secret, administration)) {
            return roles.makeAdmin(judge);
        }
        PeopleStore.Joined joined = store.join(require(secret).id(), judge, clock.instant());
        roles.forget(judge);
        if (joined instanceof PeopleStore.Joined.Granted granted) {
            return granted.grant();
        }
        if (joined instanceof PeopleStore.Joined.Held held) {
            return held.grant();
        }
        throw refused(((PeopleStore.Joined.Refused) joined).reason());
    }

    private Invite require(String secret) {
        Optional<Invite> found = VoterIdentity.isSecret(secret)
                ? store.findInvite(secrets.hash(Secrets.Purpose.INVITE, secret))
                : Optional.empty();
        return found.orElseThrow(() -> new PeopleException(Kind.UNKNOWN_INVITE));
    }

    private static PeopleException refused(Invite.Refusal refusal) {
        return new PeopleException(
                switch (refusal) {
                    case ENDED -> Kind.INVITE_ENDED;
                    case EXPIRED -> Kind.INVITE_EXPIRED;
                    case USED_UP -> Kind.INVITE_USED_UP;
                });
    }

    /** The invitations of a study (null: those to the whole arena), newest first. */
    public List<Invite> list(@Nullable StudyId study) {
        return store.listInvites(study);
    }

    /** An invitation. */
    public Optional<Invite> find(InviteId id) {
        return store.findInvite(id);
    }

    /** How many standing roles each invitation of a study gave (null: those to the whole arena); those that gave none are left out. */
    public Map<InviteId, Long> countRoles(@Nullable StudyId study) {
        return store.countRolesByInvite(study);
    }

    /** How many roles stand that an invitation gave. */
    public int countRoles(InviteId id) {
        return store.listRolesBy(id).size();
    }

    /**
     * Revokes an invitation that is stored, also one that is revoked already, and ends the roles that it gave, on all browsers of those who
     * hold them. A role that somebody held before, or was given by the person who runs the server, stays.
     *
     * @param by who asks; null for the person who runs the server
     * @param closing closes the battles of somebody who could see names until now; called before the role ends, since they take votes
     *     again afterwards
     * @return what was ended, oldest first
     * @throws PeopleException {@code OWN_ROLE} where whoever asks would be no administrator any more; then nothing changes
     */
    public List<RoleGrant> endWithRoles(InviteId id, @Nullable JudgeId by, Consumer<JudgeId> closing) {
        if (by != null && isAdminOnlyBy(id, by)) {
            throw new PeopleException(Kind.OWN_ROLE);
        }
        // From here on nobody joins by it.
        boolean unused = store.endInvite(id, clock.instant());
        store.listRolesBy(id).stream()
                .filter(grant -> grant.role().seesNames())
                .map(RoleGrant::judge)
                .forEach(closing);
        List<RoleGrant> ended = store.endRolesBy(id, clock.instant());
        ended.forEach(grant -> roles.forget(grant.judge()));
        return ended;
    }

    private boolean isAdminOnlyBy(InviteId id, JudgeId judge) {
        List<RoleGrant> held = roles.of(judge).stream()
                .filter(grant -> grant.role() == Role.ADMIN)
                .toList();
        return !held.isEmpty() && held.stream().allMatch(grant -> id.equals(grant.invite()));
    }

    /** Revokes an invitation that is stored; those who joined by it keep their roles. Twice changes nothing more. */
    public boolean end(InviteId id) {
        return store.endInvite(id, clock.instant());
    }
}
