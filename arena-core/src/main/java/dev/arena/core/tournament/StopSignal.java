package dev.arena.core.tournament;

import dev.arena.core.judge.StoppedException;
import dev.arena.core.judge.Waiter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells a run to finish what is in flight and to begin nothing more. Ends every wait at once. */
public final class StopSignal implements Waiter {
    private final CountDownLatch stop = new CountDownLatch(1);

    /** Asks the run to stop; asking again changes nothing. */
    public void request() {
        stop.countDown();
    }

    /** Whether the run was asked to stop. */
    public boolean requested() {
        return stop.getCount() == 0;
    }

    @Override
    public void await(Duration duration) {
        try {
            if (stop.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }
}
