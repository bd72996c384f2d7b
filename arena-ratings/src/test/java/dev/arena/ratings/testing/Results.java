package dev.arena.ratings.testing;

import dev.arena.ratings.Covariance;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingScale;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.WarningCode;
import java.util.List;

/** Arrays from results, for assertions. */
public final class Results {
    private Results() {}

    /** Strengths of all contestants, all of which must have one. */
    public static double[] strengths(RatingResult result) {
        return result.ratings().stream()
                .mapToDouble(rating -> rating.strength().orElseThrow())
                .toArray();
    }

    /** Ratings on the standard scale. */
    public static double[] displayed(RatingResult result) {
        double[] ratings = strengths(result);
        for (int i = 0; i < ratings.length; i++) {
            ratings[i] = 1000 + RatingScale.standard().pointsPerUnit() * ratings[i];
        }
        return ratings;
    }

    /** Square roots of the variances in a covariance. */
    public static double[] errors(RatingResult result) {
        Covariance covariance = (Covariance) result.uncertainty();
        return result.ratings().stream()
                .mapToDouble(rating -> Math.sqrt(covariance.variance(rating.contestant())))
                .toArray();
    }

    /** Codes of the warnings, in order. */
    public static List<WarningCode> codes(RatingResult result) {
        return result.warnings().stream().map(RatingWarning::code).toList();
    }

    /** The warning with a code. */
    public static RatingWarning warning(RatingResult result, WarningCode code) {
        return result.warnings().stream()
                .filter(warning -> warning.code() == code)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no warning " + code + " in " + result.warnings()));
    }
}
