package dev.arena.core.battle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The entries that were used last, at most so many; one that was dropped is made anew. Making an entry must be cheap: it happens
 * under the lock of the map.
 */
final class RecentMap<K, V> {
    private final Map<K, V> entries;
    private final Function<K, V> maker;

    RecentMap(int limit, Function<K, V> maker) {
        this.maker = maker;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > limit;
            }
        };
    }

    synchronized V get(K key) {
        return entries.computeIfAbsent(key, maker);
    }
}
