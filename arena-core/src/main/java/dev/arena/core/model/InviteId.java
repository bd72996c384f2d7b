package dev.arena.core.model;

/** The store's key of an invitation. */
public record InviteId(long value) implements Comparable<InviteId> {
    @Override
    public int compareTo(InviteId other) {
        return Long.compare(value, other.value);
    }
}
