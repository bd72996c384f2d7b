package dev.arena.core.tournament;

import dev.arena.core.judge.Opinion;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.VoteStore.NewVote;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works through a judge that needs no calls: decides batches on several threads and stores them in the order of the plan, so that the
 * log does not depend on the number of threads.
 */
final class LocalDesk {
    private static final int BATCH = 256;

    private final Session session;
    private final StopSignal stop;
    private final Tally tally;

    LocalDesk(Session session, StopSignal stop, Tally tally) {
        this.session = session;
        this.stop = stop;
        this.tally = tally;
    }

    /** Decides all of it, or as much as was done before a stop. */
    void work(JudgeWork work) {
        ExecutorService threads = Executors.newFixedThreadPool(work.setup().concurrency());
        try {
            List<PlannedBattle> battles = work.battles();
            for (int from = 0; from < battles.size() && !stop.requested(); from += BATCH) {
                batch(work, battles.subList(from, Math.min(battles.size(), from + BATCH)), threads);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void batch(JudgeWork work, List<PlannedBattle> battles, ExecutorService threads) {
        List<Callable<Opinion>> tasks = new ArrayList<>();
        for (PlannedBattle battle : battles) {
            tasks.add(() -> work.judge().decide(session.judgeCase(battle, work.name())));
        }
        List<Opinion> opinions = decide(tasks, threads);
        List<NewVote> votes = new ArrayList<>();
        for (int i = 0; i < battles.size(); i++) {
            PlannedBattle battle = battles.get(i);
            votes.add(new NewVote(session.draft(battle), session.vote(work.id(), battle, opinions.get(i), null)));
        }
        List<AppendResult> results = session.store().votes().appendAll(votes);
        for (int i = 0; i < battles.size(); i++) {
            session.state().opened(battles.get(i).key(), results.get(i).vote().battle());
            tally.done(opinions.get(i));
        }
    }

    private static List<Opinion> decide(List<Callable<Opinion>> tasks, ExecutorService threads) {
        try {
            List<Opinion> opinions = new ArrayList<>();
            for (Future<Opinion> future : threads.invokeAll(tasks)) {
                opinions.add(future.get());
            }
            return opinions;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while judging", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
