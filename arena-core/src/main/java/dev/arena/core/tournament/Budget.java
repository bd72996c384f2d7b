package dev.arena.core.tournament;

import org.jspecify.annotations.Nullable;

/**
 * What a run may use, over all its sessions.
 *
 * @param maxCalls calls that are kept in the log; null for no limit
 * @param maxCostUsd null for no limit
 */
public record Budget(@Nullable Long maxCalls, @Nullable Double maxCostUsd) {
    /** No limit. */
    public static final Budget NONE = new Budget(null, null);
}
