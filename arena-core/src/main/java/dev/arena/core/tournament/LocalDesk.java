package dev.arena.core.tournament;

import dev.arena.core.judge.Opinion;
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
            int probes = work.pending().probes().size();
            for (int i = 0; i < probes && !stop.requested(); i++) {
                Assignment probe = work.assignment(session, i);
                Opinion opinion = work.judge().decide(probe.judgeCase());
                probe.store(opinion, 0);
                tally.done(probe.item(), new RunListener.Answer(opinion, false, null));
            }
            int battles = work.pending().battles().length;
            for (int from = 0; from < battles && !stop.requested(); from += BATCH) {
                batch(work, from, Math.min(battles, from + BATCH), threads);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void batch(JudgeWork work, int from, int to, ExecutorService threads) {
        List<BattleAssignment> assignments = new ArrayList<>();
        List<Callable<Opinion>> tasks = new ArrayList<>();
        for (int i = from; i < to; i++) {
            BattleAssignment assignment = work.battle(session, i);
            assignments.add(assignment);
            tasks.add(() -> work.judge().decide(assignment.judgeCase()));
        }
        List<Opinion> opinions = decide(tasks, threads);
        List<NewVote> votes = new ArrayList<>();
        for (int i = 0; i < opinions.size(); i++) {
            votes.add(assignments.get(i).vote(opinions.get(i), null));
        }
        session.store().votes().appendAll(votes);
        for (int i = 0; i < opinions.size(); i++) {
            tally.done(assignments.get(i).item(), new RunListener.Answer(opinions.get(i), false, null));
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
