package dev.arena.core.exchange;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text that is read row by row, in rows of a bounded length: an opening quote that is never closed, or a file without line ends, would
 * else be gathered until the memory is full.
 */
final class RowText extends BufferedReader {
    /** Characters in a row. */
    static final int LONGEST_ROW = 100_000_000;

    private static final int BUFFER = 1 << 16;

    private final Limit limit;

    private RowText(Limit limit) {
        super(limit, BUFFER);
        this.limit = limit;
    }

    static RowText of(Reader text) {
        return new RowText(new Limit(text));
    }

    /** A new row begins about here. */
    void beginRow() {
        limit.taken = 0;
    }

    /** A row is too long. */
    static final class RowTooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        RowTooLongException() {
            super("a row of more than " + LONGEST_ROW + " characters");
        }
    }

    private static final class Limit extends FilterReader {
        private long taken;

        Limit(Reader text) {
            super(text);
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            if (taken > LONGEST_ROW) {
                throw new RowTooLongException();
            }
            int count = super.read(target, offset, length);
            taken += Math.max(0, count);
            return count;
        }
    }
}
