package dev.arena.core.quality;

import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import dev.arena.ratings.agreement.Proportion;

/** The 95 % interval of a share of at least one trial. */
final class Wilson {
    private static final Level LEVEL = new Level(0.95);

    private Wilson() {}

    static Interval of(long successes, long trials) {
        return new Proportion(successes, trials).interval(LEVEL).orElseThrow();
    }
}
