package dev.arena.ratings;

import org.apache.commons.math3.special.Erf;

/**
 * The coverage an interval claims, such as 0.95.
 *
 * @param value strictly between 0 and 1
 */
public record Level(double value) {
    /** Refuses anything that is not strictly between 0 and 1. */
    public Level {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "level " + value + " is not allowed; use a number strictly between 0 and 1, such as 0.95");
        }
    }

    /** The usual 0.95. */
    public static Level standard() {
        return new Level(0.95);
    }

    /** The two-sided normal quantile: 1.959963984540054 for 0.95. */
    public double z() {
        return Math.sqrt(2) * Erf.erfInv(value);
    }

    /** The probability left below the interval (and above it). */
    public double tail() {
        return (1 - value) / 2;
    }
}
