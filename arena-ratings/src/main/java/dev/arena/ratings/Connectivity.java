package dev.arena.ratings;

/**
 * How far the comparisons link the contestants.
 *
 * @param components sets of contestants that no comparison links; 1 is connected, contestants without data left out
 * @param groups sets of contestants within which strengths are comparable; 1 is what one wants
 * @param ordered whether the evidence puts all groups in one order from top to bottom (true for a single group)
 */
public record Connectivity(int components, int groups, boolean ordered) {}
