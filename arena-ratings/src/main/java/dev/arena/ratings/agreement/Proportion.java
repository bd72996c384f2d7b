package dev.arena.ratings.agreement;

import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A share of independent trials.
 *
 * <p><b>Interval.</b> Wilson's score interval: the shares p for which |successes/n − p| is at most z·√(p(1 − p)/n). It stays inside
 * [0, 1] and keeps a width where all trials went one way. Source: Wilson 1927, doi 10.1080/01621459.1927.10502953.
 *
 * @param successes 0 to {@code trials}
 * @param trials 0 or more
 */
public record Proportion(long successes, long trials) {
    /** Refuses counts that are no share. */
    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    successes + " of " + trials + " is no share; use 0 <= successes <= trials");
        }
    }

    /** The share; absent without trials. */
    public OptionalDouble value() {
        return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) successes / trials);
    }

    /** Wilson's interval; absent without trials. */
    public Optional<Interval> interval(Level level) {
        if (trials == 0) {
            return Optional.empty();
        }
        Interval wilson = ofShare((double) successes / trials, (double) trials, level);
        // the bound at an end of [0, 1] is exact; rounding must not push it out
        double lower = successes == 0 ? 0 : wilson.lower();
        double upper = successes == trials ? 1 : wilson.upper();
        return Optional.of(new Interval(lower, upper, level));
    }

    /**
     * The same interval around a share in which some trials count in part, as ties count half. Such trials vary less than ones that
     * count whole or not at all, so it is wide enough for them.
     *
     * @param share in [0, 1]
     * @param trials above 0
     */
    public static Interval ofShare(double share, double trials, Level level) {
        if (!(share >= 0 && share <= 1) || !(trials > 0)) {
            throw new IllegalArgumentException(
                    "share " + share + " of " + trials + " trials; use a share in [0, 1] of more than none");
        }
        double z = level.z();
        double scale = 1 + z * z / trials;
        double centre = (share + z * z / (2 * trials)) / scale;
        double half = z / scale * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half), level);
    }
}
