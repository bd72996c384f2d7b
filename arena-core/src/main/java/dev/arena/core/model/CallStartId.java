package dev.arena.core.model;

/** The key of a {@link CallStart} in a database. */
public record CallStartId(long value) implements Comparable<CallStartId> {
    @Override
    public int compareTo(CallStartId other) {
        return Long.compare(value, other.value);
    }
}
