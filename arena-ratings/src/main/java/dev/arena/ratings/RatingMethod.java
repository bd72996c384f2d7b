package dev.arena.ratings;

/**
 * One way to turn evidence into ratings. Implementations are immutable, hold their options, and give the same result
 * for the same evidence on any machine and any number of threads.
 */
public interface RatingMethod {
    /** The name used on the command line and in files, such as {@code bradley-terry}. */
    String name();

    /**
     * Rates every contestant of the evidence. Trouble in the numbers is a status or a warning, never NaN.
     *
     * @throws NoRankingException if the method needs rankings and the evidence holds soft scores
     */
    RatingResult rate(Evidence evidence);

    /** Whether the result depends on the order of the rows (online methods do). */
    default boolean orderMatters() {
        return false;
    }

    /** The same method without work that only the first fit needs, such as its covariance; used for resamples. */
    default RatingMethod forRefits() {
        return this;
    }
}
