package dev.arena.web.api;

import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Role;
import dev.arena.core.people.Roles;
import io.javalin.http.Context;

/**
 * Who may see and do what. One rule keeps voters blind: while anything can be voted on, no text stands beside a name. Administrators and
 * analysts see names at any time, so they are refused battles until they give the role up; battles that they have open then, or had when they took it,
 * are closed ({@link MeRoutes}). What somebody remembers from before is not taken back: decision 0017 says what remains.
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
        if (!seesNames(context)) {
            throw ApiException.of(
                    403,
                    "not_analyst",
                    "This is for analysts and administrators. Open an invitation for one of them first.");
        }
    }

    private boolean isAdmin(JudgeId judge) {
        return roles.holds(judge, Role.ADMIN, null);
    }

    /** Whether this visitor is an analyst or an administrator. */
    boolean seesNames(Context context) {
        return roles.seesNames(voters.orNobody(context));
    }

    /** Whether this visitor may see the text of a response beside the name of who wrote it. */
    boolean mayPair(Context context) {
        return seesNames(context) || !voting.goesOn();
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
                    "This page says who wrote what, so it is closed while anything can be voted on. Analysts and"
                            + " administrators see it at any time.");
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
