package dev.arena.core.judge;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long to wait before trying again: half a second, one, two, four … doubled up to half a minute, each spread by a factor between
 * 0.5 and 1.5 so that many callers do not come back together. Safe for use by many threads.
 */
public final class BackOff {
    private static final long FIRST_MS = 500;
    private static final long MOST_MS = 30_000;
    private static final int MOST_DOUBLINGS = 10;

    private final SplittableRandom random;

    /** Draws its spread from that seed. */
    public BackOff(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * The pause before a further attempt.
     *
     * @param made how many attempts were made, at least 1
     */
    public Duration delay(int made) {
        long doubled = Math.min(MOST_MS, FIRST_MS << Math.min(Math.max(0, made - 1), MOST_DOUBLINGS));
        return Duration.ofMillis((long) (doubled * (0.5 + draw())));
    }

    private synchronized double draw() {
        return random.nextDouble();
    }
}
