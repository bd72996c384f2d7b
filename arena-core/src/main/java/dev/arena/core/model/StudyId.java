package dev.arena.core.model;

/** The store's key of a study. */
public record StudyId(long value) implements Comparable<StudyId> {
    @Override
    public int compareTo(StudyId other) {
        return Long.compare(value, other.value);
    }
}
