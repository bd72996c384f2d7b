package dev.arena.ratings.agreement;

import dev.arena.ratings.internal.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Krippendorff's alpha: agreement of any number of judges, each of whom may leave items out.
 *
 * <p><b>Model.</b> Each ordered pair of values (c, c') in a unit of m_u values adds 1/(m_u − 1) to the coincidence o_cc'. With n_c the
 * sum of row c and n the sum of all, chance gives e_cc' = n_c n_c'/(n − 1) and e_cc = n_c(n_c − 1)/(n − 1);
 * alpha = 1 − Σ o δ²/Σ e δ². The squared distance δ² is 1 for different nominal values; (c − c')² for intervals;
 * ((c − c')/(c + c'))² for ratios; for ordered values the squared number of values between the two, the ends counted half.
 *
 * <p><b>Input.</b> A row a unit, values in any order; units of fewer than two values say nothing. Nominal values are any different
 * numbers, ratios are 0 or more.
 *
 * <p><b>Output.</b> 1 for perfect agreement, 0 for what chance gives.
 *
 * <p><b>Edge cases.</b> Absent where all values are equal or no unit has two.
 *
 * <p><b>Cost.</b> Values of all units, plus the square of the number of different values.
 *
 * <p><b>Source.</b> Krippendorff 2011, <i>Computing Krippendorff's Alpha-Reliability</i>; Hayes and Krippendorff 2007, doi
 * 10.1080/19312450709336664.
 */
public final class KrippendorffAlpha {
    /** What values mean, and so how far apart two of them are. */
    public enum Distance {
        /** Names. */
        NOMINAL,
        /** Places in an order. */
        ORDINAL,
        /** Numbers whose differences mean something. */
        INTERVAL,
        /** Numbers with a zero, 0 or more. */
        RATIO
    }

    private final double[] values;
    private final double[][] coincidences;
    private final double[] uses;
    private final Distance distance;

    private KrippendorffAlpha(List<double[]> units, Distance distance) {
        this.distance = distance;
        values = units.stream()
                .filter(unit -> unit.length >= 2)
                .flatMapToDouble(Arrays::stream)
                .map(KrippendorffAlpha::finite)
                .sorted()
                .distinct()
                .toArray();
        coincidences = new double[values.length][values.length];
        uses = new double[values.length];
        for (double[] unit : units) {
            add(Quantiles.sorted(unit));
        }
    }

    /**
     * The coefficient.
     *
     * @throws IllegalArgumentException if a value is not finite, or below 0 for ratios
     */
    public static OptionalDouble of(List<double[]> units, Distance distance) {
        return new KrippendorffAlpha(units, distance).alpha();
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value " + value + " is not allowed; leave missing values out");
        }
        // -0.0 and 0.0 are one value
        return value + 0.0;
    }

    private void add(double[] unit) {
        if (unit.length < 2) {
            return;
        }
        double weight = 1.0 / (unit.length - 1);
        for (int a = 0; a < unit.length; a++) {
            int row = Arrays.binarySearch(values, unit[a] + 0.0);
            uses[row]++;
            for (int b = 0; b < unit.length; b++) {
                if (a != b) {
                    coincidences[row][Arrays.binarySearch(values, unit[b] + 0.0)] += weight;
                }
            }
        }
    }

    private OptionalDouble alpha() {
        double n = 0;
        for (double use : uses) {
            n += use;
        }
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < values.length; c++) {
            for (int d = c + 1; d < values.length; d++) {
                double squared = squaredDistance(c, d);
                observed += 2 * coincidences[c][d] * squared;
                expected += 2 * uses[c] * uses[d] / (n - 1) * squared;
            }
        }
        return expected > 0 ? OptionalDouble.of(1 - observed / expected) : OptionalDouble.empty();
    }

    private double squaredDistance(int c, int d) {
        double gap = 1;
        if (distance == Distance.ORDINAL) {
            gap = between(c, d);
        } else if (distance == Distance.INTERVAL) {
            gap = values[d] - values[c];
        } else if (distance == Distance.RATIO) {
            gap = ratio(values[c], values[d]);
        }
        return gap * gap;
    }

    private double between(int c, int d) {
        double sum = -(uses[c] + uses[d]) / 2;
        for (int k = c; k <= d; k++) {
            sum += uses[k];
        }
        return sum;
    }

    private static double ratio(double low, double high) {
        if (low < 0) {
            throw new IllegalArgumentException("value " + low + " is no ratio; use numbers of 0 or more");
        }
        return (high - low) / (high + low);
    }
}
