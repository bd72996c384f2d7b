package dev.arena.web.api;

import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Role;
import dev.arena.core.people.Roles;
import io.javalin.http.Context;

/**
 * Who may see and do what. One rule keeps voters blind: a text stands beside a name only for those who can no longer vote on it.
 * Administrators and analysts see names, so they are refused battles until they give the role up.
 */
final class Access {
    private final Voters voters;
    private final Roles roles;
    private final OpenVoting voting;

    Access(Voters voters, Roles roles, OpenVoting voting) {
        this.voters = voters;
        this.roles = roles;
        this.voting = voting;
    }

    /**
     * Lets administrators pass.
     *
     * @throws ApiException 403 {@code not_admin}
     */
    void requireAdmin(Context context) {
        if (!isAdmin(voters.orNobody(context))) {
            throw ApiException.of(
                    403,
                    "not_admin",
                    "This is for administrators. Open the administration link that 'arena serve' prints when it starts,"
                            + " or an invitation for an administrator.");
        }
    }

    /**
     * Lets analysts and administrators pass.
     *
     * @throws ApiException 403 {@code not_analyst}
     */
    void requireAnalyst(Context context) {
        if (!roles.seesNames(voters.orNobody(context))) {
            throw ApiException.of(
                    403,
                    "not_analyst",
                    "This is for analysts and administrators. Open an invitation for one of them first.");
        }
    }

    private boolean isAdmin(JudgeId judge) {
        return roles.holds(judge, Role.ADMIN, null);
    }

    /** Whether this visitor may see the text of a response beside the name of who wrote it. */
    boolean mayPair(Context context) {
        JudgeId visitor = voters.orNobody(context);
        return roles.seesNames(visitor) || !(voting.byAnyone() || voting.by(visitor));
    }

    /**
     * Lets those pass who may see a text beside a name.
     *
     * @throws ApiException 403 {@code voting_open}
     */
    void requireMayPair(Context context) {
        if (!mayPair(context)) {
            throw ApiException.of(
                    403,
                    "voting_open",
                    "This page says who wrote what, so it is closed while you may vote. Analysts and administrators see"
                            + " it at any time.");
        }
    }

    /**
     * Lets those pass who do not see names.
     *
     * @throws ApiException 403 {@code not_blind}
     */
    void requireBlind(JudgeId voter) {
        if (roles.seesNames(voter)) {
            throw ApiException.of(
                    403,
                    "not_blind",
                    "You hold a role that shows who wrote what, so you cannot vote blindly. Vote in a private window, or"
                            + " give the role up (POST /api/me/roles/end).");
        }
    }
}
