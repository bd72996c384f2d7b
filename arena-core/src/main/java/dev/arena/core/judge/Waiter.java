package dev.arena.core.judge;

import java.time.Duration;

/** How judges wait, so that a stop ends every wait at once and tests need not wait at all. */
@FunctionalInterface
public interface Waiter {
    /**
     * Waits; a duration of zero only asks whether to go on.
     *
     * @throws StoppedException if the work is told to stop before the time is over
     */
    void await(Duration duration);
}
