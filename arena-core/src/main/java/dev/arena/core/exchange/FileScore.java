package dev.arena.core.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What a judge gave a single response, seen alone.
 *
 * @param score higher is better; null where the judge gave none
 */
public record FileScore(long line, String model, @Nullable Double score, VoteContext context) implements FileRecord {}
