package dev.arena.core.agreement;

import java.util.Comparator;

/**
 * What two judges are compared on: a prompt, a turn of it, and two contestants in no order.
 *
 * @param low the contestant whose name comes first
 */
record ItemKey(String prompt, int turn, String low, String high) implements Comparable<ItemKey> {
    private static final Comparator<ItemKey> ORDER = Comparator.comparing(ItemKey::prompt)
            .thenComparingInt(ItemKey::turn)
            .thenComparing(ItemKey::low)
            .thenComparing(ItemKey::high);

    static ItemKey of(String prompt, int turn, String one, String other) {
        return one.compareTo(other) < 0 ? new ItemKey(prompt, turn, one, other) : new ItemKey(prompt, turn, other, one);
    }

    @Override
    public int compareTo(ItemKey other) {
        return ORDER.compare(this, other);
    }
}
