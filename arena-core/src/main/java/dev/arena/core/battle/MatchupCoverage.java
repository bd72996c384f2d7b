package dev.arena.core.battle;

import org.jspecify.annotations.Nullable;

/**
 * How many of a study's matchups have how many verdicts; together they are all it has now.
 *
 * @param none without a verdict
 * @param some with fewer than wanted; all with a verdict where as many are wanted as come
 * @param enough with as many as wanted; null where as many are wanted as come
 */
public record MatchupCoverage(
        long none, long some, @Nullable Long enough) {}
