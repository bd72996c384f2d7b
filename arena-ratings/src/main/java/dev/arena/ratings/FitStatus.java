package dev.arena.ratings;

import java.util.Locale;

/** How a fit ended. */
public enum FitStatus {
    /** The stop rule of the method was met. */
    CONVERGED,
    /** The method has no optimum to reach: it reads its rows once. */
    ONE_PASS,
    /** The stop rule was not met within the allowed steps; the numbers are where it stopped. */
    NOT_CONVERGED,
    /** There was nothing to fit. */
    NO_DATA;

    /** The word used in files: lower case, underscores. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
