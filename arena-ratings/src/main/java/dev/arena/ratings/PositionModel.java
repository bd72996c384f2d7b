package dev.arena.ratings;

/** Whether an advantage of the position shown first is fitted together with the strengths. */
public enum PositionModel {
    /** No position effect. */
    OFF,
    /** One effect for all comparisons whose position is known. */
    GLOBAL,
    /** One effect a judge group; groups with few comparisons share one named {@code other}. */
    PER_JUDGE;
}
