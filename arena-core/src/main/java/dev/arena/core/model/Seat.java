package dev.arena.core.model;

import org.jspecify.annotations.Nullable;

/**
 * A response in a position.
 *
 * @param response null where only the contestant is known (a file of battles without texts)
 */
public record Seat(ContestantId contestant, @Nullable ResponseId response) {}
