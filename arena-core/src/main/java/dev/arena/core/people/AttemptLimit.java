package dev.arena.core.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Slows down whoever guesses: so many wrong tries at once, then one a second. It counts over all visitors, since a guesser has as many
 * browsers as it likes and no address is kept.
 */
final class AttemptLimit {
    private final int burst;
    private final InstantSource clock;
    private double left;
    private Instant counted;

    AttemptLimit(int burst, InstantSource clock) {
        this.burst = burst;
        this.clock = clock;
        this.left = burst;
        this.counted = clock.instant();
    }

    /** Whether another try may be made. */
    synchronized boolean allows() {
        refill();
        return left >= 1;
    }

    /** A try was wrong. */
    synchronized void failed() {
        refill();
        left = Math.max(0, left - 1);
    }

    private void refill() {
        Instant now = clock.instant();
        double seconds = Math.max(0, Duration.between(counted, now).toMillis() / 1000.0);
        left = Math.min(burst, left + seconds);
        counted = now;
    }
}
