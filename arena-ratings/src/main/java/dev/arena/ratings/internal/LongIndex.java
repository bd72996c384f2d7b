package dev.arena.ratings.internal;

import java.util.Arrays;

/** Numbers distinct long keys 0, 1, 2, … in the order they are first seen. Open addressing. */
public final class LongIndex {
    private static final int FIRST_CAPACITY = 64;

    private long[] keys = new long[FIRST_CAPACITY / 2];
    private int[] slots = empty(FIRST_CAPACITY);
    private int size;

    /** The number of a key, giving it the next one where it is new. */
    public int add(long key) {
        int slot = slot(key);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (size == keys.length) {
            grow();
            slot = slot(key);
        }
        keys[size] = key;
        slots[slot] = size;
        return size++;
    }

    /** How many keys there are. */
    public int size() {
        return size;
    }

    /** The key with a number. */
    public long key(int number) {
        return keys[number];
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] >= 0 && keys[slots[slot]] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, keys.length * 2);
        slots = empty(slots.length * 2);
        for (int number = 0; number < size; number++) {
            slots[slot(keys[number])] = number;
        }
    }

    private static int[] empty(int capacity) {
        int[] slots = new int[capacity];
        Arrays.fill(slots, -1);
        return slots;
    }
}
