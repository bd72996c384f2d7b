package dev.arena.core.leaderboard;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One contestant of a table. Where no finite number exists, or a field does not apply, it is null and {@code status} says why.
 *
 * @param rank place by rating, equal ratings sharing the better one; null without a rating
 * @param rankLower the best rank compatible with the evidence, from 1
 * @param rankUpper the worst rank compatible with the evidence
 * @param strength natural log-units, sum zero
 * @param rating on the displayed scale
 * @param variance of the rating, on the displayed scale squared
 * @param quasiStdError an error whose squares add up over any pair to the variance of the difference
 * @param pBest probability that no other is stronger
 * @param tieGroup contestants of one number are not told apart from the best of their group
 * @param extras further numbers that only some methods have, by name; the settings say what they mean
 */
public record LeaderboardRow(
        @Nullable Integer rank,
        @Nullable Integer rankLower,
        @Nullable Integer rankUpper,
        String modelName,
        @Nullable Double strength,
        @Nullable Double rating,
        @Nullable Double ratingLower,
        @Nullable Double ratingUpper,
        @Nullable Double variance,
        @Nullable Double stdError,
        @Nullable Double quasiStdError,
        @Nullable Double pBest,
        @Nullable Integer tieGroup,
        Counts counts,
        String status,
        Map<String, Double> extras) {
    /** The rating without style control, in the extras and, with its meaning, in the settings of a table with style control. */
    public static final String RATING_RAW = "rating_raw";

    /** The rank by {@link #RATING_RAW}. */
    public static final String RANK_RAW = "rank_raw";

    /** The rating minus {@link #RATING_RAW}. */
    public static final String RATING_DELTA = "rating_delta";

    public LeaderboardRow {
        extras = Collections.unmodifiableMap(new TreeMap<>(extras));
    }

    /** Raw counts, before any folding of orders. */
    public record Counts(long votes, long wins, long losses, long ties, long bothBad) {
        /** The share of its games in which both were called bad; null without games. */
        public @Nullable Double bothBadShare() {
            return WinShare.share(bothBad, wins + losses + ties + bothBad);
        }
    }
}
