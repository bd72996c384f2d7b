package dev.arena.core.model;

/** The store's key of a battle; voters see its token instead. */
public record BattleId(long value) implements Comparable<BattleId> {
    @Override
    public int compareTo(BattleId other) {
        return Long.compare(value, other.value);
    }
}
