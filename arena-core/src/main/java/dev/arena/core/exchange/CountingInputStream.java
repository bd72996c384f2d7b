package dev.arena.core.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells a listener how many bytes were read. */
final class CountingInputStream extends FilterInputStream {
    private final LongConsumer listener;

    CountingInputStream(InputStream in, LongConsumer listener) {
        super(in);
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            listener.accept(1);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            listener.accept(count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
