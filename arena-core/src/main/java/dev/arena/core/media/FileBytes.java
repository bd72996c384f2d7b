package dev.arena.core.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** Bytes read at any place, through a small window, so that a long video needs no memory. */
final class FileBytes {
    private static final int WINDOW = 1 << 16;

    private final SeekableByteChannel channel;
    private final long size;
    private final byte[] window = new byte[WINDOW];
    private long start;
    private int length;

    FileBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    /** The byte at a place, from 0 to 255. */
    int u8(long at) throws IOException {
        if (at < 0 || at >= size) {
            throw new EndException(at);
        }
        if (at < start || at >= start + length) {
            fill(at);
        }
        return window[(int) (at - start)] & 0xFF;
    }

    private void fill(long at) throws IOException {
        channel.position(at);
        ByteBuffer target = ByteBuffer.wrap(window);
        while (target.hasRemaining() && channel.read(target) >= 0) {
            // until the window is full or the file ends
        }
        start = at;
        length = target.position();
        if (length == 0) {
            throw new EndException(at);
        }
    }

    int u16(long at) throws IOException {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(long at) throws IOException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    long u64(long at) throws IOException {
        return u32(at) << 32 | u32(at + 4);
    }

    /** Least significant byte first. */
    long u32le(long at) throws IOException {
        return u8(at) | (long) u8(at + 1) << 8 | (long) u8(at + 2) << 16 | (long) u8(at + 3) << 24;
    }

    byte[] bytes(long at, int count) throws IOException {
        if (at < 0 || count < 0 || at + count > size) {
            throw new EndException(at);
        }
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) u8(at + i);
        }
        return bytes;
    }

    /** Bytes as characters from 0 to 255. */
    String latin(long at, int count) throws IOException {
        return new String(bytes(at, count), StandardCharsets.ISO_8859_1);
    }

    /** Whether these characters stand there; false beyond the end. */
    boolean has(long at, String latin) throws IOException {
        return at >= 0
                && at + latin.length() <= size
                && latin(at, latin.length()).equals(latin);
    }

    /** A read beyond the end: the file says that it is longer than it is. */
    static final class EndException extends IOException {
        private static final long serialVersionUID = 1L;

        EndException(long at) {
            super("byte " + at + " is missing");
        }
    }
}
