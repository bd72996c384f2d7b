package dev.arena.core.exchange;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of JSON, which have no header: their fields are those of the first row that can be read. */
abstract class JsonRows implements Rows {
    /** How many unreadable rows may stand before it. */
    private static final int LOOKED_AT = 100;

    private final Deque<Row> ahead = new ArrayDeque<>();

    /** The next row of the file; null at the end. */
    abstract @Nullable Row read() throws IOException;

    @Override
    public final Collection<String> fields() throws IOException {
        Row row = first();
        List<String> names = new ArrayList<>();
        if (row instanceof BrokenRow broken) {
            throw broken.problem();
        }
        if (row != null) {
            row.raw().fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    @Override
    public final long line() throws IOException {
        Row row = first();
        return row == null ? 0 : row.line();
    }

    /** The first row that can be read, else the first row; null where there is none. */
    private @Nullable Row first() throws IOException {
        while (ahead.isEmpty() || (ahead.peekLast() instanceof BrokenRow && ahead.size() < LOOKED_AT)) {
            Row row = read();
            if (row == null) {
                break;
            }
            ahead.addLast(row);
        }
        return ahead.peekLast() instanceof BrokenRow ? ahead.peekFirst() : ahead.peekLast();
    }

    @Override
    public final @Nullable Row next() throws IOException {
        return ahead.isEmpty() ? read() : ahead.removeFirst();
    }
}
