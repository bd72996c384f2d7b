package dev.arena.core.judge.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who may send when: places, pace, pauses that the endpoint asked for, and the breaker, as one machine without a thread or a clock of
 * its own. Not thread-safe; time is an argument, in nanoseconds.
 */
final class Traffic {
    /** Send now. */
    static final long GO = 0;

    /** Ask again once the look at the endpoint that is in flight is over. */
    static final long LOOKING = -1;

    private static final long LOOK_AGAIN = 100_000_000L;

    private final Crowd crowd;
    private final Pace pace;
    private final Breaker breaker;
    private long pausedUntil = Long.MIN_VALUE;

    Traffic(Limits limits) {
        this.crowd = new Crowd(limits.concurrency());
        this.pace = new Pace(limits.rpm(), limits.tpm());
        this.breaker = new Breaker(limits.patience().silence().toNanos());
    }

    /** One request on its way through. */
    static final class Ticket {
        private final Gate.Errand errand;
        private Pace.@Nullable Slot slot;
        private long sentAt;
        private boolean probe;

        Ticket(Gate.Errand errand) {
            this.errand = errand;
        }

        /** Whether it looks if the endpoint is back. */
        boolean probe() {
            return probe;
        }
    }

    /** How many requests may be in flight now. */
    int limit() {
        return crowd.limit();
    }

    /** What went wrong last where the endpoint has given no answer for too long, or null. */
    @Nullable
    String givenUp() {
        return breaker.givenUp();
    }

    /** Takes a place; false where all are taken. */
    boolean enter() {
        return crowd.enter();
    }

    /** Gives a place back. */
    void leave(Ticket ticket) {
        breaker.forget(ticket.errand.question());
        crowd.leave();
    }

    /** {@link #GO}, {@link #LOOKING}, or how many nanoseconds to wait before asking again. Only for holders of a place. */
    long turn(long now, Ticket ticket) {
        long held = Math.max(pausedUntil, breaker.closedTo());
        if (held > now) {
            ticket.slot = null;
            return held - now;
        }
        if (breaker.looking()) {
            ticket.slot = null;
            return LOOKING;
        }
        Pace.Slot slot = ticket.slot;
        if (slot == null) {
            slot = pace.reserve(now, ticket.errand.tokens());
            ticket.slot = slot;
        }
        long wait = pace.start(slot) - now;
        if (wait > 0) {
            return pace.moves() ? Math.min(wait, LOOK_AGAIN) : wait;
        }
        ticket.probe = breaker.begin(ticket.errand.question());
        ticket.sentAt = now;
        return GO;
    }

    /** What a request that was sent says about its endpoint. */
    void done(long now, Ticket ticket, Gate.Fate fate) {
        Duration pause = fate.pause();
        if (pause != null) {
            pausedUntil = Math.max(pausedUntil, now + pause.toNanos());
        }
        if (fate.kind() == Gate.Fate.Kind.ANSWERED) {
            crowd.grow();
            breaker.answered();
            return;
        }
        if (fate.kind() == Gate.Fate.Kind.OVERLOADED) {
            crowd.shrink(ticket.sentAt, now);
        }
        breaker.failed(ticket.errand.question(), now, fate.problem());
    }

    /** Puts the tokens that a request took in the place of those reserved for it. */
    void settle(long now, Gate.Errand errand, long usedTokens) {
        pace.settle(now, errand.tokens(), usedTokens);
    }
}
