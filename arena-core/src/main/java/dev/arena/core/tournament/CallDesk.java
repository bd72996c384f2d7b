package dev.arena.core.tournament;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Works through judges that are called. Each has a lane of its own with more workers than calls that may be out at once, so that
 * while one stores what came, another sends. A stop, a used budget or an endpoint that cannot be used ends the work after the calls in
 * flight; the last one also ends every wait, so that nobody waits for an endpoint that is gone.
 */
final class CallDesk {
    private final Session session;
    private final StopSignal stop;
    private final Meter meter;
    private final Tally tally;
    private final AtomicBoolean budgetUsed = new AtomicBoolean();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    CallDesk(Session session, StopSignal stop, Meter meter, Tally tally) {
        this.session = session;
        this.stop = stop;
        this.meter = meter;
        this.tally = tally;
    }

    /**
     * Asks all of it, or as much as can be asked.
     *
     * @return whether the budget ended it
     */
    boolean work(List<JudgeWork> works) {
        List<ExecutorService> pools = new ArrayList<>();
        List<Future<?>> workers = new ArrayList<>();
        for (JudgeWork work : works) {
            CallLane lane = new CallLane(session, work, this);
            int threads = lane.workers();
            if (threads > 0) {
                ExecutorService pool = Executors.newFixedThreadPool(threads);
                pools.add(pool);
                for (int i = 0; i < threads; i++) {
                    workers.add(pool.submit(() -> askUntilDone(lane)));
                }
            }
        }
        pools.forEach(ExecutorService::shutdown);
        workers.forEach(CallDesk::join);
        RuntimeException problem = failure.get();
        if (problem != null) {
            throw problem;
        }
        return budgetUsed.get();
    }

    private void askUntilDone(CallLane lane) {
        try {
            boolean more = true;
            while (more && goesOn()) {
                more = lane.askNext();
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            stop.request();
            meter.wake();
        }
    }

    /** Whether more may be begun. */
    boolean goesOn() {
        return !stop.requested() && !budgetUsed.get();
    }

    /** Nothing more may be begun since the budget is used. */
    void endForBudget() {
        budgetUsed.set(true);
        meter.wake();
    }

    Meter meter() {
        return meter;
    }

    Tally tally() {
        return tally;
    }

    private static void join(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while judging", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a judging thread ended", e.getCause());
        }
    }
}
