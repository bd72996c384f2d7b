package dev.arena.ratings.uncertainty;

import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingScale;
import dev.arena.ratings.StrengthUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The rating of a contestant as a table shows it.
 *
 * @param contestant dense index
 * @param rating on the displayed scale; absent where the contestant has no strength
 * @param interval on the displayed scale; absent without an uncertainty
 * @param standardError on the displayed scale, of the distance to the mean (sum-zero), also under an anchor
 * @param quasiStandardError on the displayed scale
 */
public record DisplayedRating(
        int contestant,
        OptionalDouble rating,
        Optional<Interval> interval,
        OptionalDouble standardError,
        OptionalDouble quasiStandardError) {
    /**
     * All contestants on a scale. A result with a scale of its own is shown as it is.
     *
     * @throws IllegalArgumentException if the anchor of the scale is no contestant of the result or has no strength
     */
    public static List<DisplayedRating> of(RatingResult result, RatingScale scale, Level level) {
        boolean natural = result.unit() instanceof StrengthUnit.Natural;
        double points = natural ? scale.pointsPerUnit() : 1;
        double offset = natural ? scale.offset(result) : 0;
        List<OptionalDouble> quasi = QuasiStandardErrors.of(result);
        List<DisplayedRating> all = new ArrayList<>();
        for (Rating rating : result.ratings()) {
            int i = rating.contestant();
            all.add(new DisplayedRating(
                    i,
                    scaled(rating.strength(), points, offset),
                    Intervals.strength(result, i, level)
                            .map(bounds -> new Interval(
                                    offset + points * bounds.lower(), offset + points * bounds.upper(), level)),
                    scaled(Intervals.standardError(result, i), points, 0),
                    scaled(quasi.get(i), points, 0)));
        }
        return all;
    }

    private static OptionalDouble scaled(OptionalDouble value, double points, double offset) {
        return value.isPresent() ? OptionalDouble.of(offset + points * value.getAsDouble()) : value;
    }
}
