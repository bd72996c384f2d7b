package dev.arena.core.store;

import dev.arena.core.problem.StoreException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One lock over all parts of an in-memory store, and transactions that put everything back when they fail. */
final class Memory {
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean closed;
    private long revision;

    /** Runs a read. */
    synchronized <T> T read(Supplier<T> work) {
        requireOpen();
        return work.get();
    }

    /** Runs changes made through this object's methods: all of them stay, or none. */
    synchronized <T> T write(Supplier<T> work) {
        requireOpen();
        long before = revision;
        try {
            return work.get();
        } catch (RuntimeException failure) {
            while (!undo.isEmpty()) {
                undo.pop().run();
            }
            revision = before;
            throw failure;
        } finally {
            undo.clear();
        }
    }

    synchronized void close() {
        closed = true;
    }

    long revision() {
        return revision;
    }

    /** Something changed that can move a rating. */
    void revise() {
        revision++;
    }

    <K, V> void put(Map<K, V> map, K key, V value) {
        V previous = map.put(key, value);
        undo.push(() -> restore(map, key, previous));
    }

    <K, V> void remove(Map<K, V> map, K key) {
        V previous = map.remove(key);
        undo.push(() -> restore(map, key, previous));
    }

    <T> void add(List<T> list, T value) {
        list.add(value);
        undo.push(() -> list.remove(list.size() - 1));
    }

    private static <K, V> void restore(Map<K, V> map, K key, @Nullable V previous) {
        if (previous == null) {
            map.remove(key);
        } else {
            map.put(key, previous);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException("The store is closed.", null);
        }
    }
}
