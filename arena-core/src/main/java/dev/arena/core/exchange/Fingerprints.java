package dev.arena.core.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A table from 64-bit fingerprints to numbers above 0, at 16 to 32 bytes an entry: what a long import must remember of the rows
 * gone by. Two of 10 million texts share a fingerprint with a probability of 3 in a million.
 */
final class Fingerprints {
    private long[] keys = new long[1 << 10];
    private long[] values = new long[1 << 10];
    private int size;

    /** The first 64 bits of the SHA-256 of a text; never 0. */
    static long of(String text) {
        return first64(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same of several texts, told apart by a character that no name holds. */
    static long of(String first, String second, String third) {
        return of(first + '\u0000' + second + '\u0000' + third);
    }

    private static long first64(byte[] hash) {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | (hash[i] & 0xFF);
        }
        return value == 0 ? 1 : value;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The number stored for a fingerprint. */
    long valueOf(long key, long otherwise) {
        int slot = slot(key);
        return keys[slot] == key ? values[slot] : otherwise;
    }

    /** Stores a number above 0. */
    void put(long key, long value) {
        int slot = slot(key);
        if (keys[slot] != key) {
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
        if (size * 2L > keys.length) {
            grow();
        }
    }

    /** How many fingerprints are stored. */
    int size() {
        return size;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ key >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
