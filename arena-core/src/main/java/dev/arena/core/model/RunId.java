package dev.arena.core.model;

/** The name of a run, printed on the last line of {@code arena run}: short, unique in a database, safe in a file name. */
public record RunId(String value) implements Comparable<RunId> {
    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
