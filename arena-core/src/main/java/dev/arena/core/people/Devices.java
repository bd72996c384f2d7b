package dev.arena.core.people;

import dev.arena.core.model.JudgeId;
import dev.arena.core.people.PeopleException.Kind;
import dev.arena.core.store.PeopleStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One voter on several browsers. The first browser shows a short code; the second, given the code, gets a new secret that stands for the
 * same voter. Safe for use by many threads.
 */
public final class Devices {
    /** A code can be used for that long. */
    public static final Duration CODE_LIFE = Duration.ofMinutes(15);

    private static final int KEPT = 20_000;
    private static final int WRONG_CODES = 60;

    private final PeopleStore store;
    private final Roles roles;
    private final Secrets secrets;
    private final InstantSource clock;
    private final AttemptLimit limit;

    /** Which voter a secret stands for, of the browsers seen last; empty where it is a first browser's, so that its name says it. */
    private final Map<String, Optional<JudgeId>> kept = new LinkedHashMap<>(16, 0.75f, true);

    Devices(PeopleStore store, Roles roles, Secrets secrets, InstantSource clock) {
        this.store = store;
        this.roles = roles;
        this.secrets = secrets;
        this.clock = clock;
        this.limit = new AttemptLimit(WRONG_CODES, clock);
    }

    /** A code and the time from which it is of no use. */
    public record Code(String text, Instant expiresAt) {}

    /** A voter, and the secret by which a further browser is known as it. */
    public record Claimed(JudgeId judge, String secret) {}

    /** The voter that a further browser's secret stands for; empty for the secret of a first browser. */
    public Optional<JudgeId> voter(String secret) {
        String hash = secrets.hash(Secrets.Purpose.DEVICE, secret);
        synchronized (kept) {
            Optional<JudgeId> known = kept.get(hash);
            if (known != null) {
                return known;
            }
        }
        // Without the lock; a secret is claimed before any browser has it, so what is read here stays true.
        Optional<JudgeId> read = store.findDevice(hash);
        keep(hash, read);
        return read;
    }

    private void keep(String hash, Optional<JudgeId> judge) {
        synchronized (kept) {
            kept.put(hash, judge);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    /** A new code for a voter; an older one is of no use any more. */
    public Code newCode(JudgeId judge) {
        String text = secrets.newCode();
        Instant now = clock.instant();
        Instant expires = now.plus(CODE_LIFE);
        store.putCode(new PeopleStore.DeviceCode(secrets.hash(Secrets.Purpose.CODE, text), judge, now, expires));
        return new Code(text, expires);
    }

    /**
     * Uses a code: a new secret stands for its voter.
     *
     * @param typed as somebody typed it; case, spaces and hyphens do not matter
     * @param here whom the claiming browser stands for now; null for nobody
     * @throws PeopleException where the code is of no use, the browser has votes or roles of its own, or too many wrong codes came
     */
    public Claimed claim(String typed, @Nullable JudgeId here) {
        if (here != null && roles.seesNames(here)) {
            throw new PeopleException(Kind.HAS_ROLES);
        }
        if (here != null && store.hasVotes(here)) {
            throw new PeopleException(Kind.HAS_VOTES);
        }
        if (!limit.allows()) {
            throw new PeopleException(Kind.TOO_MANY_ATTEMPTS);
        }
        String secret = secrets.newSecret();
        String hash = secrets.hash(Secrets.Purpose.DEVICE, secret);
        Optional<JudgeId> judge = Secrets.readCode(typed)
                .flatMap(code -> store.claim(secrets.hash(Secrets.Purpose.CODE, code), hash, clock.instant()));
        if (judge.isEmpty()) {
            limit.failed();
            throw new PeopleException(Kind.UNKNOWN_CODE);
        }
        return new Claimed(judge.get(), secret);
    }
}
