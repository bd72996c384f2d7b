package dev.arena.ratings;

import java.util.Optional;

/**
 * The displayed scale: {@code rating = centre + spread / ln(base) · θ}, or, with an anchor,
 * {@code rating = anchor value + spread / ln(base) · (θ − θ of the anchor)}.
 *
 * <p>An anchor moves every rating by one amount and nothing else: differences, standard errors of the sum-zero contrast
 * and rank sets stay. What an error bar of an anchored rating refers to is therefore still the distance to the mean of
 * all contestants, unless the caller asks for the contrast to the anchor.
 *
 * @param base above 1; with {@code spread}: a gap of {@code spread} means odds of {@code base} to 1
 * @param spread above 0
 * @param centre the rating of θ = 0 where there is no anchor
 * @param anchor a contestant whose displayed rating is fixed
 */
public record RatingScale(double base, double spread, double centre, Optional<Anchor> anchor) {
    /**
     * A contestant with a fixed displayed rating.
     *
     * @param contestant dense index
     * @param value its displayed rating
     */
    public record Anchor(int contestant, double value) {
        /** Refuses a negative index and a value that is not finite. */
        public Anchor {
            if (contestant < 0 || !Double.isFinite(value)) {
                throw new IllegalArgumentException("anchor " + contestant + "=" + value
                        + " is not allowed; use a contestant of the evidence and a finite rating");
            }
        }
    }

    /** Refuses numbers with which no finite scale exists. */
    public RatingScale {
        if (!(base > 1) || !(spread > 0) || !Double.isFinite(base * spread) || !Double.isFinite(centre)) {
            throw new IllegalArgumentException("scale with base " + base + ", spread " + spread + ", centre " + centre
                    + " is not allowed; base must be above 1, spread above 0, all finite");
        }
    }

    /** Base 10, spread 400, centre 1000, no anchor. */
    public static RatingScale standard() {
        return new RatingScale(10, 400, 1000, Optional.empty());
    }

    /** The same scale around another centre. */
    public RatingScale withCentre(double newCentre) {
        return new RatingScale(base, spread, newCentre, anchor);
    }

    /** The same scale with another spread. */
    public RatingScale withSpread(double newSpread) {
        return new RatingScale(base, newSpread, centre, anchor);
    }

    /** The same scale with one contestant's rating fixed. */
    public RatingScale withAnchor(int contestant, double value) {
        return new RatingScale(base, spread, centre, Optional.of(new Anchor(contestant, value)));
    }

    /** Displayed points per natural unit; 173.717792761301 on the standard scale. */
    public double pointsPerUnit() {
        return spread / Math.log(base);
    }

    /**
     * What to add to {@code pointsPerUnit · θ} to get the displayed rating of this result.
     *
     * @throws IllegalArgumentException if the anchor is no contestant of the result or has no strength there
     */
    public double offset(RatingResult result) {
        if (anchor.isEmpty()) {
            return centre;
        }
        Anchor fixed = anchor.get();
        if (fixed.contestant() >= result.contestants()) {
            throw new IllegalArgumentException("anchor " + fixed.contestant() + " is not a contestant; there are "
                    + result.contestants() + ", counted from 0");
        }
        Rating rating = result.rating(fixed.contestant());
        if (rating.strength().isEmpty()) {
            throw new IllegalArgumentException("anchor " + fixed.contestant() + " has no finite strength (status "
                    + rating.status().label() + "); choose another anchor or regularise");
        }
        return fixed.value() - pointsPerUnit() * rating.strength().getAsDouble();
    }
}
