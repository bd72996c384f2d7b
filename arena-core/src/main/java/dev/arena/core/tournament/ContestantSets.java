package dev.arena.core.tournament;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets of contestants by number, each held once however many battles it fights. */
final class ContestantSets {
    private final List<int[]> sets = new ArrayList<>();
    private final Map<Key, Integer> numbers = new HashMap<>();

    private static final class Key {
        private final int[] places;

        Key(int[] places) {
            this.places = places;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(places, key.places);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(places);
        }
    }

    /** The number of a set; places in the order listed. */
    int number(int[] places) {
        Key key = new Key(places);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        sets.add(places);
        numbers.put(key, numbers.size());
        return sets.size() - 1;
    }

    /** The set of a number; not to be changed. */
    int[] get(int number) {
        return sets.get(number);
    }
}
