package dev.arena.ratings;

import java.util.OptionalDouble;

/**
 * The strength of one contestant, or the reason why there is none.
 *
 * @param contestant dense index
 * @param status what the evidence says about it
 * @param strength in the unit of the result; natural strengths sum to zero within a group; never NaN or infinite
 * @param group strengths are comparable only between contestants of one group. Groups are numbered from 0; where the
 *     evidence orders all groups, a lower number stands above a higher one. A contestant without a strength is a group
 *     of its own; -1 with {@link ContestantStatus#NO_DATA}
 */
public record Rating(int contestant, ContestantStatus status, OptionalDouble strength, int group) {
    /** Refuses a strength that is not finite. */
    public Rating {
        if (strength.isPresent() && !Double.isFinite(strength.getAsDouble())) {
            throw new IllegalArgumentException(
                    "strength " + strength.getAsDouble() + " of contestant " + contestant + " is not finite");
        }
    }

    /** Whether the two have finite strengths that may be subtracted. */
    public boolean comparableWith(Rating other) {
        return strength.isPresent() && other.strength.isPresent() && group == other.group;
    }
}
