package dev.arena.core.media;

import java.util.ArrayList;
import java.util.List;

/** A cleaned file as pieces: ranges of the original that stay, and a few bytes that take the place of others. */
final class CleanBytes {
    private final List<Piece> pieces = new ArrayList<>();
    private long size;

    /** A part of the result. */
    sealed interface Piece permits Kept, New, Zeros {}

    /** Bytes of the original. */
    record Kept(long from, long length) implements Piece {}

    /** Other bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record New(byte[] bytes) implements Piece {}

    /** Bytes that are all 0. */
    record Zeros(long length) implements Piece {}

    /**
     * Keeps a range.
     *
     * @throws IllegalArgumentException where it is shorter than nothing: the file's lengths contradict each other
     */
    CleanBytes keep(long from, long length) {
        requireRange(length);
        size += length;
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last) instanceof Kept kept && kept.from() + kept.length() == from) {
            pieces.set(last, new Kept(kept.from(), kept.length() + length));
        } else if (length > 0) {
            pieces.add(new Kept(from, length));
        }
        return this;
    }

    CleanBytes put(byte... bytes) {
        size += bytes.length;
        pieces.add(new New(bytes.clone()));
        return this;
    }

    /**
     * Puts zeros.
     *
     * @throws IllegalArgumentException as {@link #keep}
     */
    CleanBytes zeros(long length) {
        requireRange(length);
        size += length;
        if (length > 0) {
            pieces.add(new Zeros(length));
        }
        return this;
    }

    private static void requireRange(long length) {
        if (length < 0) {
            throw new IllegalArgumentException("a range of " + length + " bytes");
        }
    }

    CleanBytes add(CleanBytes other) {
        pieces.addAll(other.pieces);
        size += other.size;
        return this;
    }

    long size() {
        return size;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** Four bytes, least significant first. */
    static byte[] u32le(long value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }

    /** Four bytes, most significant first. */
    static byte[] u32(long value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }
}
