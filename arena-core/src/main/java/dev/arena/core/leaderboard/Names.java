package dev.arena.core.leaderboard;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names numbered 1, 2, … in the order they are first seen; 0 stands for no name. Their UTF-8 lies in one array, and a name is found by
 * its bytes, so that reading a file makes no text of names that are known.
 */
public final class Names {
    private static final int FIRST_CAPACITY = 64;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] pool = new byte[FIRST_CAPACITY * 16];
    /** Where each name begins; name c ends where name c + 1 begins. */
    private int[] starts = new int[FIRST_CAPACITY / 2 + 2];

    private int[] hashes = new int[FIRST_CAPACITY / 2 + 2];
    private int[] slots = new int[FIRST_CAPACITY];
    private int size;

    /** The names that are known now, for whoever reads while more are added: only what is found by its bytes is changed in place. */
    Names frozen() {
        Names copy = new Names();
        copy.pool = pool;
        copy.starts = starts;
        copy.hashes = hashes;
        copy.slots = slots.clone();
        copy.size = size;
        return copy;
    }

    /** How many names there are: the largest code. */
    public int size() {
        return size;
    }

    /** The code of a name, the next one where it is new. */
    public int code(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return code(bytes, 0, bytes.length);
    }

    /** The code of a name in UTF-8, the next one where it is new. */
    public int code(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int slot = slot(hash, bytes, from, to);
        if (slots[slot] > 0) {
            return slots[slot];
        }
        return add(hash, slot, bytes, from, to);
    }

    /** The code of a name in UTF-8; 0 where it is not known. */
    public int find(byte[] bytes, int from, int to) {
        return slots[slot(hash(bytes, from, to), bytes, from, to)];
    }

    /** The name with a code from 1 up. */
    public String name(int code) {
        return new String(pool, starts[code], starts[code + 1] - starts[code], StandardCharsets.UTF_8);
    }

    /** The bytes of a name. */
    byte[] bytes(int code) {
        return Arrays.copyOfRange(pool, starts[code], starts[code + 1]);
    }

    /** The codes of this one's names in another one, by code; names that are not there are added to it. */
    int[] translated(Names other) {
        int[] codes = new int[size + 1];
        for (int code = 1; code <= size; code++) {
            codes[code] = other.code(pool, starts[code], starts[code + 1]);
        }
        return codes;
    }

    /** Eight bytes at a time; the last eight overlap those before them. */
    private static int hash(byte[] bytes, int from, int to) {
        int length = to - from;
        long hash = length;
        if (length < Long.BYTES) {
            for (int i = from; i < to; i++) {
                hash = (hash << 8) + bytes[i];
            }
            hash *= MIX;
        } else {
            for (int i = from; i < to - Long.BYTES; i += Long.BYTES) {
                hash = (hash ^ word(bytes, i)) * MIX;
                hash ^= hash >>> 29;
            }
            hash = (hash ^ word(bytes, to - Long.BYTES)) * MIX;
        }
        return (int) (hash >>> 32);
    }

    private static long word(byte[] bytes, int at) {
        return (long) WORDS.get(bytes, at);
    }

    private int slot(int hash, byte[] bytes, int from, int to) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] > 0 && !is(slots[slot], hash, bytes, from, to)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean is(int code, int hash, byte[] bytes, int from, int to) {
        int start = starts[code];
        int length = to - from;
        if (hashes[code] != hash || starts[code + 1] - start != length) {
            return false;
        }
        if (length < Long.BYTES) {
            for (int i = 0; i < length; i++) {
                if (pool[start + i] != bytes[from + i]) {
                    return false;
                }
            }
            return true;
        }
        for (int i = 0; i < length - Long.BYTES; i += Long.BYTES) {
            if (word(pool, start + i) != word(bytes, from + i)) {
                return false;
            }
        }
        return word(pool, start + length - Long.BYTES) == word(bytes, to - Long.BYTES);
    }

    private int add(int hash, int slot, byte[] bytes, int from, int to) {
        int code = ++size;
        if (code + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            hashes = Arrays.copyOf(hashes, starts.length);
        }
        int start = starts[code];
        int end = Math.addExact(start, to - from);
        if (end > pool.length) {
            pool = Arrays.copyOf(pool, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(end, pool.length * 2L)));
        }
        System.arraycopy(bytes, from, pool, start, to - from);
        starts[code + 1] = end;
        hashes[code] = hash;
        slots[slot] = code;
        if (size > slots.length / 2) {
            rehash();
        }
        return code;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int code = 1; code <= size; code++) {
            slots[slot(hashes[code], pool, starts[code], starts[code + 1])] = code;
        }
    }
}
