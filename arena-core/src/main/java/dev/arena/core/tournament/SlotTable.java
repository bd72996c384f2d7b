package dev.arena.core.tournament;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Finds small numbers by 64-bit hashes without an object for each; the caller tells equal hashes of different things apart. */
final class SlotTable {
    private static final int FREE = -1;
    private static final int LEAST = 16;

    private final int[] slots;
    private final long[] hashes;

    /** A table with room for so many numbers. */
    SlotTable(int most) {
        int size = Math.max(LEAST, Integer.highestOneBit(most) << 2);
        this.slots = new int[size];
        this.hashes = new long[size];
        Arrays.fill(slots, FREE);
    }

    /** The number added under that hash that is the right one, or -1. */
    int find(long hash, IntPredicate right) {
        for (int at = place(hash); slots[at] != FREE; at = at + 1 & slots.length - 1) {
            if (hashes[at] == hash && right.test(slots[at])) {
                return slots[at];
            }
        }
        return FREE;
    }

    /** Adds a number that is not negative. */
    void add(long hash, int slot) {
        int at = place(hash);
        while (slots[at] != FREE) {
            at = at + 1 & slots.length - 1;
        }
        slots[at] = slot;
        hashes[at] = hash;
    }

    private int place(long hash) {
        return (int) (mixed(hash) & slots.length - 1);
    }

    /** Spreads a hash over all its bits (the finaliser of MurmurHash3). */
    static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    /** A hash of a text. */
    static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 0x9e3779b97f4a7c15L + text.charAt(i);
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
