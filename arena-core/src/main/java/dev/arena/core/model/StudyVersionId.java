package dev.arena.core.model;

/** The store's key of one version of a study's settings. */
public record StudyVersionId(long value) implements Comparable<StudyVersionId> {
    @Override
    public int compareTo(StudyVersionId other) {
        return Long.compare(value, other.value);
    }
}
