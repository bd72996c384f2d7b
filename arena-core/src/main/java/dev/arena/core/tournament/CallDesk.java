package dev.arena.core.tournament;

import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.Opinion;
import dev.arena.core.judge.StoppedException;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.store.RunStore.FinishedCall;
import dev.arena.core.store.VoteStore.NewVote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Works through judges that are called: each has its own threads, and each call is stored with its vote before its thread takes the
 * next. A stop, a used budget or an endpoint that cannot be used ends the work after the calls in flight; the last one also ends
 * every wait, so that nobody waits for an endpoint that is gone.
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
            int threads = Math.min(work.setup().concurrency(), work.battles().size());
            if (threads > 0) {
                ExecutorService pool = Executors.newFixedThreadPool(threads);
                AtomicInteger next = new AtomicInteger();
                pools.add(pool);
                for (int i = 0; i < threads; i++) {
                    workers.add(pool.submit(() -> askUntilDone(work, next)));
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

    private void askUntilDone(JudgeWork work, AtomicInteger next) {
        try {
            while (goesOn()) {
                int index = next.getAndIncrement();
                if (index >= work.battles().size()) {
                    return;
                }
                if (!meter.reserve()) {
                    budgetUsed.set(true);
                    return;
                }
                ask(work, work.battles().get(index));
            }
        } catch (StoppedException e) {
            meter.release();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            stop.request();
        }
    }

    private boolean goesOn() {
        return !stop.requested() && !budgetUsed.get();
    }

    private void ask(JudgeWork work, PlannedBattle planned) {
        JudgeCase judgeCase = session.judgeCase(planned, work.name());
        BattleId battle = session.open(planned);
        Instant started = session.now();
        Opinion opinion = work.judge().decide(judgeCase);
        long duration = Duration.between(started, session.now()).toMillis();
        VoteDraft vote = session.vote(work.id(), planned, opinion, duration);
        Opinion.Call call = opinion.call();
        if (call == null) {
            meter.release();
            session.store().votes().appendAll(List.of(new NewVote(session.draft(planned), vote)));
        } else {
            JudgeCall row = new JudgeCall(
                    session.run().id(),
                    battle,
                    work.id(),
                    call.key(),
                    call.outcome(),
                    call.reply(),
                    call.error(),
                    call.usage(),
                    call.costUsd(),
                    call.attempts(),
                    started,
                    duration);
            session.store().runs().record(List.of(new FinishedCall(row, vote)));
            meter.add(call.outcome(), call.costUsd(), work.dearestUsd());
        }
        tally.done(opinion);
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
