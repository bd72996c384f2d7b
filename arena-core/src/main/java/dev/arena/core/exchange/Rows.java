package dev.arena.core.exchange;

import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The rows of a file in one syntax, one at a time. */
interface Rows extends AutoCloseable {
    /** The names of the fields, from the header or the first row; empty where there is no row. */
    Collection<String> fields() throws IOException;

    /** The line of the header or of the first row, from 1; 0 where there is none. To be asked before the first {@link #next()}. */
    long line() throws IOException;

    /** The next row; null at the end. */
    @Nullable
    Row next() throws IOException;

    @Override
    void close() throws IOException;
}
