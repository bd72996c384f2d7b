package dev.arena.core.model;

/** The store's key of a judge. */
public record JudgeId(long value) implements Comparable<JudgeId> {
    @Override
    public int compareTo(JudgeId other) {
        return Long.compare(value, other.value);
    }
}
