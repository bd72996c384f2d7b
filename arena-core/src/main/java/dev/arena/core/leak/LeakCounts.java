package dev.arena.core.leak;

/**
 * How many of the current responses tell who wrote them, by what is done about it.
 *
 * @param unchecked responses that could not be looked through; they are not drawn
 */
public record LeakCounts(int masked, int replaced, int flagged, int unchecked) {}
