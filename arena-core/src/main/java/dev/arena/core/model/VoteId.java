package dev.arena.core.model;

/** The store's key of a vote: its place in the append-only log, growing by time of storage. */
public record VoteId(long value) implements Comparable<VoteId> {
    @Override
    public int compareTo(VoteId other) {
        return Long.compare(value, other.value);
    }
}
