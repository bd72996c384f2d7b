package dev.arena.ratings.uncertainty;

import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.internal.Refit;
import dev.arena.ratings.internal.ResamplingUnits;
import dev.arena.ratings.wording.RatingPhrase;
import dev.arena.ratings.wording.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The acceleration of BCa intervals, a = Σ (m − l_u)³ / (6·(Σ (m − l_u)²)^1.5), with l_u the strength after unit u was
 * left out and m their mean (Efron 1987, doi 10.2307/2289144, eq. 6.6 by the jackknife).
 *
 * <p>Exact: units that are alike are refitted once and counted as often as they are there. A contestant that loses its
 * finite strength when some single unit is left out has none, and neither has anyone where there are more than 20,000
 * different units; percentile bounds serve then, with a warning.
 */
final class Acceleration {
    static final int MOST_UNITS = 20_000;

    private final double[] values;
    private final List<RatingWarning> warnings;

    private Acceleration(double[] values, List<RatingWarning> warnings) {
        this.values = values;
        this.warnings = List.copyOf(warnings);
    }

    static Acceleration of(ResamplingUnits units, Refit refit, RatingResult point) {
        int n = point.contestants();
        double[] values = new double[n];
        if (units.size() > MOST_UNITS) {
            Arrays.fill(values, Double.NaN);
            return new Acceleration(values, List.of(warning(RatingPhrase.TOO_MANY_UNITS.say("count", units.size()))));
        }
        double[][] left = new double[units.size()][];
        IntStream.range(0, left.length).parallel().forEach(u -> left[u] = leftOut(units, u, refit, point));
        int lost = 0;
        for (int i = 0; i < n; i++) {
            values[i] = skewness(units, left, i);
            lost += Double.isNaN(values[i]) && point.rating(i).strength().isPresent() ? 1 : 0;
        }
        return new Acceleration(
                values, lost == 0 ? List.of() : List.of(warning(RatingPhrase.LOST_WITHOUT_A_UNIT.say("count", lost))));
    }

    /** One a contestant, NaN where there is none. */
    double[] values() {
        return values.clone();
    }

    List<RatingWarning> warnings() {
        return warnings;
    }

    private static double[] leftOut(ResamplingUnits units, int u, Refit refit, RatingResult point) {
        // what counts nothing is no unit
        return units.copies(u) > 0
                ? Bootstrap.aligned(refit.fit(units.without(u)).strengths(), point)
                : new double[point.contestants()];
    }

    private static double skewness(ResamplingUnits units, double[][] left, int contestant) {
        double total = 0;
        double mean = 0;
        for (int u = 0; u < left.length; u++) {
            total += units.copies(u);
            mean += units.copies(u) * left[u][contestant];
        }
        mean /= total;
        double squares = 0;
        double cubes = 0;
        for (int u = 0; u < left.length; u++) {
            double distance = mean - left[u][contestant];
            squares += units.copies(u) * distance * distance;
            cubes += units.copies(u) * distance * distance * distance;
        }
        // without any spread there is nothing to correct
        return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
    }

    private static RatingWarning warning(Sentence found) {
        return RatingWarning.of(WarningCode.PERCENTILE_INTERVALS, found);
    }
}
