package dev.arena.core.leaderboard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Answers that are kept until what they are of changes. Each is computed once, on the thread of whoever asks first; who asks for one that
 * is ready waits for nobody, and who asks for one that is being computed waits for that one. A failure is told to all who wait for it and
 * is not kept. Safe for use by many threads.
 *
 * @param <K> the question
 * @param <V> the answer
 */
public final class SharedAnswers<K, V> {
    private final int most;
    private final Map<K, FutureTask<V>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long revision = -1;

    /** No answers yet; so many are kept, those that were asked for last. */
    public SharedAnswers(int most) {
        this.most = most;
    }

    /**
     * An answer.
     *
     * @param now the revision that it must be of, at least; answers of earlier ones are forgotten
     * @param work computes the answer of a revision that is no earlier
     */
    public V get(long now, K question, Supplier<V> work) {
        return answer(question, task(now, question, work));
    }

    /** As {@link #get}, but the answer is kept only while it is computed. */
    public V getOnce(long now, K question, Supplier<V> work) {
        FutureTask<V> task = task(now, question, work);
        V answer = answer(question, task);
        forget(question, task);
        return answer;
    }

    private V answer(K question, FutureTask<V> task) {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            forget(question, task);
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while an answer was computed", e);
        }
    }

    private synchronized FutureTask<V> task(long now, K question, Supplier<V> work) {
        if (now > revision) {
            kept.clear();
            revision = now;
        }
        FutureTask<V> task = kept.get(question);
        if (task == null) {
            task = new FutureTask<>(work::get);
            kept.put(question, task);
            if (kept.size() > most) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return task;
    }

    private synchronized void forget(K question, FutureTask<V> task) {
        kept.remove(question, task);
    }
}
