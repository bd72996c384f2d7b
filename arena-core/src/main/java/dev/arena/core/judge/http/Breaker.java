package dev.arena.core.judge.http;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds all requests back while an endpoint answers none: after failures of four different questions without an answer between them
 * it is open for a second, then lets one request through to look, and is open twice as long, up to half a minute, each time that
 * fails. Any answer closes it. Gives up when there was no answer for too long. Not thread-safe; time is an argument, in nanoseconds.
 */
final class Breaker {
    static final int QUESTIONS = 4;

    private static final long FIRST = 1_000_000_000L;
    private static final long MOST = 30_000_000_000L;

    private final long silence;
    private final Set<Long> failing = new HashSet<>();
    private boolean open;
    private long openSince;
    private long openUntil;
    private long pause;
    private @Nullable Long probe;
    private @Nullable String givenUp;

    /** Gives up after so many nanoseconds without an answer, counted from its opening. */
    Breaker(long silence) {
        this.silence = silence;
    }

    /** What went wrong last where it has given up; null where it has not. */
    @Nullable
    String givenUp() {
        return givenUp;
    }

    /** Until when nothing may be sent; the past where something may. */
    long closedTo() {
        return open ? openUntil : Long.MIN_VALUE;
    }

    /** Whether a look at the endpoint is in flight, whose end the others wait for. */
    boolean looking() {
        return open && probe != null;
    }

    /** A request is sent now; true where it is the one that looks whether the endpoint is back. */
    boolean begin(long question) {
        if (open) {
            probe = question;
        }
        return open;
    }

    /** The endpoint answered. */
    void answered() {
        failing.clear();
        open = false;
        probe = null;
        pause = 0;
    }

    /** A request about that question went wrong in a way that says something about the endpoint. */
    void failed(long question, long now, String problem) {
        failing.add(question);
        if (!open && failing.size() >= QUESTIONS) {
            open = true;
            openSince = now;
            pause = FIRST;
            openUntil = Math.min(now + pause, openSince + silence);
        } else if (open && probe != null && probe == question) {
            probe = null;
            pause = Math.min(MOST, 2 * pause);
            openUntil = Math.min(now + pause, openSince + silence);
            givenUp = now - openSince >= silence ? problem : null;
        }
    }

    /** A request about that question ended without telling anything, such as by a stop. */
    void forget(long question) {
        if (probe != null && probe == question) {
            probe = null;
        }
    }
}
