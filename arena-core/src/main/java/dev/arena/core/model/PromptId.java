package dev.arena.core.model;

/** The store's key of a prompt. */
public record PromptId(long value) implements Comparable<PromptId> {
    @Override
    public int compareTo(PromptId other) {
        return Long.compare(value, other.value);
    }
}
