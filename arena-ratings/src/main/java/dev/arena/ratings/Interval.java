package dev.arena.ratings;

/**
 * Bounds with their coverage.
 *
 * @param lower finite, at most {@code upper}
 * @param upper finite
 * @param level the coverage claimed
 */
public record Interval(double lower, double upper, Level level) {
    /** Refuses bounds that are not finite or not in order. */
    public Interval {
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
            throw new IllegalArgumentException(
                    "interval [" + lower + ", " + upper + "] is not allowed; bounds must be finite and in order");
        }
    }

    /** Whether the two intervals share no point. */
    public boolean disjointFrom(Interval other) {
        return lower > other.upper || upper < other.lower;
    }
}
