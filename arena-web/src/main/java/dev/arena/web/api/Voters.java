package dev.arena.web.api;

import dev.arena.core.battle.VoterIdentity;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.people.Devices;
import dev.arena.core.store.JudgeStore;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Knows a voter by the secret in a cookie. The secret itself is stored nowhere but in the voter's browser. A further browser of a voter
 * has a secret of its own, which the store links to the same voter.
 */
final class Voters {
    static final String COOKIE = "arena_voter";

    /** Stands for a request without a known voter; no battle is this one's. */
    static final JudgeId NOBODY = new JudgeId(-1);

    /** Browsers keep a cookie for 400 days at most. */
    private static final int MAX_AGE_SECONDS = 400 * 24 * 3600;

    private final JudgeStore judges;
    private final VoterIdentity identity;
    private final Devices devices;
    private final RandomGenerator chance;

    Voters(JudgeStore judges, VoterIdentity identity, Devices devices, RandomGenerator chance) {
        this.judges = judges;
        this.identity = identity;
        this.devices = devices;
        this.chance = chance;
    }

    /** The voter; a first call without a usable cookie starts one. */
    JudgeId orStart(Context context) {
        return known(context).orElseGet(() -> judges.put(start(context)).id());
    }

    /** The voter of a usable cookie, stored now where they were not; empty for a first call. */
    Optional<JudgeId> known(Context context) {
        return secret(context)
                .map(secret -> devices.voter(secret)
                        .orElseGet(() -> judges.put(identity.judge(secret)).id()));
    }

    /** Makes a voter of this browser, who is still to be stored. */
    JudgeDraft start(Context context) {
        String fresh = VoterIdentity.newSecret(chance);
        keep(context, fresh);
        return identity.judge(fresh);
    }

    /** The voter, or {@link #NOBODY}. */
    JudgeId orNobody(Context context) {
        return secret(context)
                .flatMap(secret -> devices.voter(secret)
                        .or(() -> judges.find(identity.judge(secret)).map(Judge::id)))
                .orElse(NOBODY);
    }

    /** Lets this browser be known by another secret from now on. */
    void keep(Context context, String secret) {
        boolean https = "https".equals(context.scheme()) || "https".equals(context.header("X-Forwarded-Proto"));
        context.cookie(new Cookie(COOKIE, secret, "/", MAX_AGE_SECONDS, https, true, null, SameSite.LAX));
    }

    private static Optional<String> secret(Context context) {
        return Optional.ofNullable(context.cookie(COOKIE)).filter(VoterIdentity::isSecret);
    }
}
