package dev.arena.core.store;

import java.util.EnumMap;
import java.util.Map;

/** Counts what a batch changes while it is applied. */
public final class CatalogTally {
    private final Map<Row, Integer> counts = new EnumMap<>(Row.class);

    /** What became of one row of a batch. */
    public enum Row {
        NEW_CONTESTANT,
        UPDATED_CONTESTANT,
        NEW_PROMPT,
        UPDATED_PROMPT,
        UNCHANGED_PROMPT,
        NEW_RESPONSE,
        NEW_VERSION,
        UNCHANGED_RESPONSE;

        private boolean changes() {
            return this != UNCHANGED_PROMPT && this != UNCHANGED_RESPONSE;
        }
    }

    /** Counts a row. */
    public void count(Row row) {
        counts.merge(row, 1, Integer::sum);
    }

    /** Whether anything was written. */
    public boolean changed() {
        int written = 0;
        for (Row row : Row.values()) {
            written += row.changes() ? of(row) : 0;
        }
        return written > 0;
    }

    /** The counts. */
    public CatalogChange change() {
        return new CatalogChange(
                of(Row.NEW_CONTESTANT),
                of(Row.NEW_PROMPT),
                of(Row.UPDATED_PROMPT),
                of(Row.UNCHANGED_PROMPT),
                of(Row.NEW_RESPONSE),
                of(Row.NEW_VERSION),
                of(Row.UNCHANGED_RESPONSE));
    }

    private int of(Row row) {
        return counts.getOrDefault(row, 0);
    }
}
