package dev.arena.core.battle;

import org.jspecify.annotations.Nullable;

/**
 * How far a voter is.
 *
 * @param voted battles this voter has decided; skipped and withdrawn ones left out
 * @param remaining battles this voter can still vote on, the open one included
 * @param wanted how many votes a study wants of this voter; null where it wants as many as come, and on the open floor
 */
public record VotingProgress(
        long voted, long remaining, @Nullable Integer wanted) {
    /** On the open floor. */
    public VotingProgress(long voted, long remaining) {
        this(voted, remaining, null);
    }
}
