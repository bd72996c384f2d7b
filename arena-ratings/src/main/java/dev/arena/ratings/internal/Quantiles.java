package dev.arena.ratings.internal;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Quantiles and deviations of samples. */
public final class Quantiles {
    private Quantiles() {}

    /** A sorted copy. */
    public static double[] sorted(double[] sample) {
        double[] copy = sample.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** Linear interpolation between order statistics at (n − 1)·p (Hyndman and Fan's type 7, the default of NumPy). */
    public static double ofSorted(double[] sorted, double p) {
        double place = (sorted.length - 1) * p;
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Sample standard deviation with n − 1; absent below two values. */
    public static OptionalDouble standardDeviation(double[] sample) {
        if (sample.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = 0;
        for (double value : sample) {
            mean += value / sample.length;
        }
        double squares = 0;
        for (double value : sample) {
            squares += (value - mean) * (value - mean);
        }
        return OptionalDouble.of(Math.sqrt(squares / (sample.length - 1)));
    }
}
