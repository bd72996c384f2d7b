package dev.arena.core.model;

/** The store's key of a contestant; never shown before a vote. */
public record ContestantId(long value) implements Comparable<ContestantId> {
    @Override
    public int compareTo(ContestantId other) {
        return Long.compare(value, other.value);
    }
}
