package dev.arena.core.judge.http;

import dev.arena.core.judge.Waiter;
import dev.arena.core.problem.EndpointException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The gate of an endpoint with limits. Time is what the clock says, and never less than what was waited, so that a clock that stands
 * still or jumps back holds nobody up.
 */
final class LimitedGate implements Gate {
    private static final long BILLION = 1_000_000_000L;
    private static final long LOOK_AROUND = 100_000_000L;

    private final URI uri;
    private final Duration silence;
    private final Traffic traffic;
    private final InstantSource clock;
    private final Waiter waiter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long seen = Long.MIN_VALUE;
    private @Nullable String shut;

    LimitedGate(URI uri, Limits limits, InstantSource clock, Waiter waiter) {
        this.uri = uri;
        this.silence = limits.patience().silence();
        this.traffic = new Traffic(limits);
        this.clock = clock;
        this.waiter = waiter;
    }

    @Override
    public Permit enter(Errand errand) {
        waiter.await(Duration.ZERO);
        takePlace();
        Held held = new Held(new Traffic.Ticket(errand));
        boolean admitted = false;
        try {
            long turn = turn(held);
            while (turn != Traffic.GO) {
                if (turn == Traffic.LOOKING) {
                    awaitChange();
                } else {
                    sleep(turn);
                }
                turn = turn(held);
            }
            waiter.await(Duration.ZERO);
            admitted = true;
            return held;
        } finally {
            if (!admitted) {
                held.close();
            }
        }
    }

    @Override
    public EndpointException shut(String problem) {
        lock.lock();
        try {
            if (shut == null) {
                shut = problem;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return new EndpointException(problem, null);
    }

    @Override
    public void settle(Errand errand, long usedTokens) {
        lock.lock();
        try {
            traffic.settle(now(), errand, usedTokens);
        } finally {
            lock.unlock();
        }
    }

    private void takePlace() {
        lock.lock();
        try {
            while (!traffic.enter()) {
                lookAround();
            }
        } finally {
            lock.unlock();
        }
    }

    private long turn(Held held) {
        lock.lock();
        try {
            if (shut != null) {
                throw new EndpointException(shut, null);
            }
            String givenUp = traffic.givenUp();
            if (givenUp != null) {
                throw new EndpointException(
                        uri + " gave no answer for " + silence.toSeconds() + " s (" + givenUp
                                + "). What was not answered stays open: go on when it is back. give_up_after_s is how"
                                + " long to wait for it.",
                        null);
            }
            return traffic.turn(now(), held.ticket);
        } finally {
            lock.unlock();
        }
    }

    private void awaitChange() {
        lock.lock();
        try {
            lookAround();
        } finally {
            lock.unlock();
        }
    }

    /** Waits a little for another thread; only with the lock, which others may take meanwhile. Who calls looks again and calls again. */
    @SuppressWarnings("WaitNotInLoop")
    private void lookAround() {
        waiter.await(Duration.ZERO);
        try {
            changed.awaitNanos(LOOK_AROUND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            waiter.await(Duration.ofNanos(LOOK_AROUND));
        }
    }

    private void sleep(long nanos) {
        long from;
        lock.lock();
        try {
            from = now();
        } finally {
            lock.unlock();
        }
        waiter.await(Duration.ofNanos(nanos));
        lock.lock();
        try {
            seen = Math.max(seen, from + nanos);
        } finally {
            lock.unlock();
        }
    }

    private long now() {
        Instant instant = clock.instant();
        long nanos = Math.addExact(Math.multiplyExact(instant.getEpochSecond(), BILLION), instant.getNano());
        seen = Math.max(seen, nanos);
        return seen;
    }

    /** A place that is held. */
    private final class Held implements Permit {
        private final Traffic.Ticket ticket;

        Held(Traffic.Ticket ticket) {
            this.ticket = ticket;
        }

        @Override
        public boolean probe() {
            return ticket.probe();
        }

        @Override
        public void done(Fate fate) {
            lock.lock();
            try {
                traffic.done(now(), ticket, fate);
                if (ticket.probe()) {
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                traffic.leave(ticket);
                changed.signal();
            } finally {
                lock.unlock();
            }
        }
    }
}
