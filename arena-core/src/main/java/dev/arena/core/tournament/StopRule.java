package dev.arena.core.tournament;

import dev.arena.core.config.Section;
import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingScale;
import dev.arena.ratings.uncertainty.Intervals;
import dev.arena.ratings.uncertainty.PairTest;
import dev.arena.ratings.uncertainty.PairTests;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * When enough is known. Looked at between rounds; the ratings are those of the run's table with its defaults.
 *
 * @param intervalWidth every 95 % interval of a rating is narrower than so many points; null where that does not matter
 * @param separability share of all pairs whose ratings differ significantly at 5 %, two-sided; null where that does not matter
 * @param every battles between two looks at a schedule that is known from the start; 0 for a twentieth of it
 */
public record StopRule(
        @Nullable Double intervalWidth, @Nullable Double separability, int every) {
    private static final String KEYS = "the keys interval_width, separability, every";
    private static final double WIDEST = 10_000;
    private static final int PARTS = 20;
    private static final int LEAST_PART = 50;

    /** Reads the section, where there is one. */
    static @Nullable StopRule read(Section root) {
        Section section = root.findSection("stop", KEYS).orElse(null);
        if (section == null) {
            return null;
        }
        OptionalDouble width = section.findNumber("interval_width", 0, WIDEST);
        OptionalDouble share = section.findNumber("separability", 0, 1);
        int every = (int) section.whole("every", 1, Integer.MAX_VALUE, 0);
        section.finish();
        if (width.isEmpty() && share.isEmpty()) {
            throw root.bad("stop", "no condition", "interval_width or separability, or both", "");
        }
        return new StopRule(
                width.isPresent() ? width.getAsDouble() : null, share.isPresent() ? share.getAsDouble() : null, every);
    }

    /** The rule in words. */
    public String description() {
        String width = intervalWidth == null ? "" : "every interval narrower than " + points(intervalWidth) + " points";
        String share = separability == null ? "" : percent(separability) + " of pairs separated";
        return width + (width.isEmpty() || share.isEmpty() ? "" : " and ") + share;
    }

    /** Battles between two looks at a schedule of so many battles. */
    int every(int battles) {
        return every > 0 ? every : Math.max(LEAST_PART, battles / PARTS);
    }

    /** Why this is enough, in words; empty where it is not. Where several things are asked for, all must hold. */
    Optional<String> reached(Standings standings) {
        if (standings.deciding() == 0) {
            return Optional.empty();
        }
        RatingResult result = standings.published();
        String reason = "";
        if (intervalWidth != null) {
            OptionalDouble widest = widest(result);
            if (widest.isEmpty() || widest.getAsDouble() >= intervalWidth) {
                return Optional.empty();
            }
            reason = "the widest interval is " + points(widest.getAsDouble()) + " points, below "
                    + points(intervalWidth);
        }
        if (separability != null) {
            double share = separated(result);
            if (share < separability) {
                return Optional.empty();
            }
            reason += (reason.isEmpty() ? "" : ", and ") + percent(share) + " of pairs are separated, of "
                    + percent(separability) + " asked for";
        }
        return Optional.of(reason);
    }

    /** Empty where some contestant has no finite rating comparable with all others. */
    private static OptionalDouble widest(RatingResult result) {
        double widest = 0;
        boolean oneGroup = result.ratings().stream().allMatch(rating -> rating.comparableWith(result.rating(0)));
        for (int i = 0; i < result.contestants(); i++) {
            Optional<Interval> interval = Intervals.strength(result, i, Level.standard());
            if (!oneGroup || interval.isEmpty()) {
                return OptionalDouble.empty();
            }
            widest = Math.max(widest, interval.get().upper() - interval.get().lower());
        }
        return OptionalDouble.of(widest * RatingScale.standard().pointsPerUnit());
    }

    /** Pairs that cannot be compared are not separated. */
    private static double separated(RatingResult result) {
        List<PairTest> tests = PairTests.of(result);
        double alpha = 2 * Level.standard().tail();
        long different = tests.stream().filter(test -> test.p() < alpha).count();
        long pairs = (long) result.contestants() * (result.contestants() - 1) / 2;
        return (double) different / pairs;
    }

    private static String points(double points) {
        return String.format(Locale.ROOT, "%.1f", points);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
