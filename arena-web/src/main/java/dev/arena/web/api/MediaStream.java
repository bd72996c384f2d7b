package dev.arena.web.api;

import dev.arena.core.store.MediaStore;
import java.io.InputStream;

/** Reads bytes of a stored file, one piece of it in memory at a time. */
final class MediaStream extends InputStream {
    private final MediaStore store;
    private final String sha256;
    private final long end;
    private long next;
    private byte[] piece = {};
    private long pieceStart;

    MediaStream(MediaStore store, String sha256, ByteRange range) {
        this.store = store;
        this.sha256 = sha256;
        this.next = range.first();
        this.end = range.last() + 1;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (next >= end) {
            return -1;
        }
        if (next < pieceStart || next >= pieceStart + piece.length) {
            int number = Math.toIntExact(next / MediaStore.PIECE_BYTES);
            piece = store.readPiece(sha256, number);
            pieceStart = (long) number * MediaStore.PIECE_BYTES;
        }
        int from = Math.toIntExact(next - pieceStart);
        int count = (int) Math.min(Math.min(length, piece.length - from), end - next);
        System.arraycopy(piece, from, target, offset, count);
        next += count;
        return count;
    }
}
