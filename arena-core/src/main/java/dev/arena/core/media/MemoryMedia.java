package dev.arena.core.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Cleans bytes in memory: pictures inside other files. */
final class MemoryMedia {
    private MemoryMedia() {}

    /** The bytes without their metadata. */
    static byte[] clean(byte[] bytes, MediaType type) throws IOException {
        FileBytes source = new FileBytes(new Channel(bytes));
        if (Signatures.find(source).orElse(null) != type) {
            throw new IOException("not of " + type.mediaType());
        }
        ByteArrayOutputStream clean = new ByteArrayOutputStream();
        for (CleanBytes.Piece piece : Cleaner.of(type).clean(source).pieces()) {
            if (piece instanceof CleanBytes.Kept kept) {
                clean.write(bytes, Math.toIntExact(kept.from()), Math.toIntExact(kept.length()));
            } else if (piece instanceof CleanBytes.New fresh) {
                clean.writeBytes(fresh.bytes());
            } else if (piece instanceof CleanBytes.Zeros zeros) {
                clean.writeBytes(new byte[Math.toIntExact(zeros.length())]);
            }
        }
        return clean.toByteArray();
    }

    /** Bytes as a channel. */
    private static final class Channel implements SeekableByteChannel {
        private final byte[] bytes;
        private long position;

        Channel(byte[] bytes) {
            this.bytes = Arrays.copyOf(bytes, bytes.length);
        }

        @Override
        public int read(ByteBuffer target) {
            int count = (int) Math.min(target.remaining(), bytes.length - position);
            if (count <= 0) {
                return -1;
            }
            target.put(bytes, (int) position, count);
            position += count;
            return count;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long to) {
            position = to;
            return this;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
