package dev.arena.core.people;

import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Role;
import dev.arena.core.model.RoleGrant;
import dev.arena.core.model.StudyId;
import dev.arena.core.store.PeopleStore;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which role. They are asked for with every request, so those of the people seen last are kept in memory; this process is the
 * only one that changes them. Safe for use by many threads.
 */
public final class Roles {
    private static final int KEPT = 20_000;

    private final PeopleStore store;
    private final InstantSource clock;
    private final Map<JudgeId, List<RoleGrant>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long changes;

    Roles(PeopleStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The standing roles of somebody, oldest first. */
    public List<RoleGrant> of(JudgeId judge) {
        long before;
        synchronized (this) {
            List<RoleGrant> known = kept.get(judge);
            if (known != null) {
                return known;
            }
            before = changes;
        }
        // without the lock, so that those who are known already wait for no read
        List<RoleGrant> read = List.copyOf(store.listRoles(judge));
        keep(judge, read, before);
        return read;
    }

    /** What was read before a change may be out of date. */
    private synchronized void keep(JudgeId judge, List<RoleGrant> read, long before) {
        if (before != changes) {
            return;
        }
        kept.put(judge, read);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    /** Whether somebody holds a role in a study, or, with null, in the whole arena. */
    public boolean holds(JudgeId judge, Role role, @Nullable StudyId study) {
        return of(judge).stream()
                .anyMatch(grant ->
                        grant.role() == role && (study == null ? grant.study() == null : study.equals(grant.study())));
    }

    /** Whether somebody may see who wrote what, and so is not blind. */
    public boolean seesNames(JudgeId judge) {
        return of(judge).stream().anyMatch(grant -> grant.role().seesNames());
    }

    /** Makes somebody an administrator, by decision of the person who runs the server. */
    RoleGrant makeAdmin(JudgeId judge) {
        RoleGrant grant = store.grant(new RoleGrant(judge, null, Role.ADMIN, null, clock.instant()));
        forget(judge);
        return grant;
    }

    /** Gives up every role that shows who wrote what; returns what was given up. */
    public List<RoleGrant> giveUpNames(JudgeId judge) {
        List<RoleGrant> ended = store.endRolesThatSeeNames(judge, clock.instant());
        forget(judge);
        return ended;
    }

    synchronized void forget(JudgeId judge) {
        changes++;
        kept.remove(judge);
    }
}
