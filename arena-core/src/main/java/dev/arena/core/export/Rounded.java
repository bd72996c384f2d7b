package dev.arena.core.export;

import dev.arena.core.leaderboard.LeaderboardRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for people: a rating is rounded so that the wider half of its interval keeps two significant digits. Formats for programs
 * write full precision instead.
 */
final class Rounded {
    private static final int MOST_DECIMALS = 6;
    private static final int WITHOUT_INTERVAL = 2;

    private Rounded() {}

    /** Decimals that a row's rating is shown with. */
    static int decimals(LeaderboardRow row) {
        if (row.rating() == null || row.ratingLower() == null || row.ratingUpper() == null) {
            return WITHOUT_INTERVAL;
        }
        double half = Math.max(row.rating() - row.ratingLower(), row.ratingUpper() - row.rating());
        if (!(half > 0)) {
            return WITHOUT_INTERVAL;
        }
        int exponent = (int) Math.floor(Math.log10(half));
        return Math.max(0, Math.min(MOST_DECIMALS, 1 - exponent));
    }

    /** The rating, or a dash. */
    static String rating(LeaderboardRow row) {
        return number(row.rating(), decimals(row));
    }

    /**
     * How far the interval reaches to both sides, {@code −12 / +13}; its bounds where the rating itself lies outside, as a bootstrap
     * interval may; a dash without one.
     *
     * @param minus the sign of the format
     */
    static String interval(LeaderboardRow row, String minus) {
        Double rating = row.rating();
        Double lower = row.ratingLower();
        Double upper = row.ratingUpper();
        if (rating == null || lower == null || upper == null) {
            return "–";
        }
        int decimals = decimals(row);
        if (rating < lower || rating > upper) {
            return "[" + number(lower, decimals) + ", " + number(upper, decimals) + "]";
        }
        return minus + number(rating - lower, decimals) + " / +" + number(upper - rating, decimals);
    }

    /** {@code 1}, {@code 1–3}, or a dash. */
    static String rankRange(LeaderboardRow row) {
        if (row.rankLower() == null || row.rankUpper() == null) {
            return "–";
        }
        return row.rankLower().equals(row.rankUpper()) ? "" + row.rankLower() : row.rankLower() + "–" + row.rankUpper();
    }

    /** A rounded number, or a dash. */
    static String number(@Nullable Double value, int decimals) {
        if (value == null) {
            return "–";
        }
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** A level as a percentage: {@code 95}, {@code 99.5}. */
    static String percent(double share) {
        return BigDecimal.valueOf(share)
                .multiply(BigDecimal.valueOf(100))
                .stripTrailingZeros()
                .toPlainString();
    }
}
