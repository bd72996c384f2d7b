package dev.arena.core.agreement;

import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import dev.arena.ratings.agreement.Proportion;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One number of a report; what does not exist is null.
 *
 * @param name lower case with underscores
 * @param successes of a share
 * @param trials of a share
 */
public record Measure(
        String name,
        @Nullable Double estimate,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Long successes,
        @Nullable Long trials) {
    /** A number that is no share. */
    static Measure of(String name, OptionalDouble value, Optional<Interval> interval) {
        return new Measure(
                name,
                value.isPresent() ? value.getAsDouble() : null,
                interval.map(Interval::lower).orElse(null),
                interval.map(Interval::upper).orElse(null),
                null,
                null);
    }

    /** A share of independent trials, with Wilson's interval. */
    static Measure share(String name, Proportion share, Level level) {
        return share(name, share, share.interval(level));
    }

    /** A share with an interval made elsewhere. */
    static Measure share(String name, Proportion share, Optional<Interval> interval) {
        Measure plain = of(name, share.value(), interval);
        return new Measure(name, plain.estimate, plain.lower, plain.upper, share.successes(), share.trials());
    }
}
