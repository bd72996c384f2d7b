package dev.arena.core.model;

/** The store's key of one version of a response; never shown before a vote. */
public record ResponseId(long value) implements Comparable<ResponseId> {
    @Override
    public int compareTo(ResponseId other) {
        return Long.compare(value, other.value);
    }
}
