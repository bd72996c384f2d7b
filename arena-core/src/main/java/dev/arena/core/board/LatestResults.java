package dev.arena.core.board;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Results that take long to compute. Whoever asks gets the newest one that is ready, with the revision that it is of, and never waits; where
 * that is an old one, a new one is begun. One computation a question goes on at a time, and no more questions wait than results are kept:
 * where too many do, an asker is told that a result is on its way, and it is begun when somebody asks again. Safe for use by many threads.
 *
 * @param <K> the question
 * @param <V> the result
 */
final class LatestResults<K, V> {
    /** Results that are kept, and computations that may wait. */
    static final int KEPT = 32;

    private final Executor executor;
    private final Map<K, Ready<V>> ready = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<K> begun = new HashSet<>();

    /** Nothing asked yet. */
    LatestResults(Executor executor) {
        this.executor = executor;
    }

    /**
     * A result.
     *
     * @param revision of the store that it is at least of
     * @param value null where the computation failed
     * @param failure why it failed, for people; null where it did not
     */
    record Ready<V>(
            long revision, @Nullable V value, @Nullable String failure) {}

    /**
     * What an asker is told.
     *
     * @param last the newest result; null before the first is ready
     * @param computing whether to ask again for a newer one
     */
    record Told<V>(@Nullable Ready<V> last, boolean computing) {}

    /** Asks for a result that is at least of a revision. */
    Told<V> ask(K question, long revision, Supplier<V> work) {
        if (begin(question, revision)) {
            boolean taken = false;
            try {
                executor.execute(() -> compute(question, revision, work));
                taken = true;
            } finally {
                if (!taken) {
                    end(question);
                }
            }
        }
        synchronized (this) {
            return new Told<>(ready.get(question), !isCurrent(question, revision));
        }
    }

    private boolean isCurrent(K question, long revision) {
        Ready<V> known = ready.get(question);
        return known != null && known.revision() >= revision;
    }

    private synchronized boolean begin(K question, long revision) {
        return !isCurrent(question, revision) && begun.size() < KEPT && begun.add(question);
    }

    private synchronized void end(K question) {
        begun.remove(question);
    }

    private void compute(K question, long revision, Supplier<V> work) {
        try {
            keep(question, result(revision, work));
        } finally {
            end(question);
        }
    }

    private static <V> Ready<V> result(long revision, Supplier<V> work) {
        try {
            return new Ready<>(revision, work.get(), null);
        } catch (RuntimeException e) {
            String failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Ready<>(revision, null, failure);
        }
    }

    private synchronized void keep(K question, Ready<V> result) {
        ready.put(question, result);
        if (ready.size() > KEPT) {
            ready.remove(ready.keySet().iterator().next());
        }
    }
}
