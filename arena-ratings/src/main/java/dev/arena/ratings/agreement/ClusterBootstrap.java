package dev.arena.ratings.agreement;

import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import dev.arena.ratings.internal.Quantiles;
import dev.arena.ratings.internal.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Percentile intervals of statistics of sums, by drawing whole clusters with replacement.
 *
 * <p><b>Model.</b> Every cluster (a prompt, say) has a vector of counts; a statistic is a function of their sum. A resample draws as
 * many clusters as there are, so that what shares a prompt moves together. Bounds are percentiles of the statistic over resamples.
 *
 * <p><b>Input.</b> Vectors of one length, one a cluster.
 *
 * <p><b>Output.</b> An interval for each statistic.
 *
 * <p><b>Edge cases.</b> No interval below two clusters, where every resample gives the same number (it then says nothing about the
 * error), and where more than a tenth of the resamples has no value (NaN).
 *
 * <p><b>Accuracy.</b> Each resample has a random stream of its own, so that threads change nothing.
 *
 * <p><b>Source.</b> Efron 1979, doi 10.1214/aos/1176344552; Field and Welsh 2007, doi 10.1111/j.1467-9868.2007.00593.x (clusters).
 *
 * @param resamples how many, 2 or more
 * @param seed of the resamples
 */
public record ClusterBootstrap(int resamples, long seed, Level level) {
    private static final double LEAST_VALID = 0.9;

    /** Refuses fewer than two resamples. */
    public ClusterBootstrap {
        if (resamples < 2) {
            throw new IllegalArgumentException(resamples + " resamples are not allowed; use 2 or more");
        }
    }

    /** Statistics of a sum of counts; NaN where one has no value. Safe for use by many threads. */
    @FunctionalInterface
    public interface Statistics {
        /** The values. */
        double[] of(double[] sum);
    }

    /** The intervals of some statistics, in their order. */
    public List<Optional<Interval>> intervals(List<double[]> clusters, Statistics statistics) {
        double[][] vectors = clusters.toArray(double[][]::new);
        double[] point = statistics.of(sum(vectors));
        List<Optional<Interval>> intervals = new ArrayList<>();
        if (vectors.length < 2) {
            for (int k = 0; k < point.length; k++) {
                intervals.add(Optional.empty());
            }
            return intervals;
        }
        double[][] draws = new double[resamples][];
        IntStream.range(0, resamples).parallel().forEach(b -> draws[b] = statistics.of(draw(vectors, b)));
        for (int k = 0; k < point.length; k++) {
            int statistic = k;
            double[] values = Arrays.stream(draws)
                    .mapToDouble(draw -> draw[statistic])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            intervals.add(interval(values));
        }
        return intervals;
    }

    private Optional<Interval> interval(double[] values) {
        if (values.length < Math.max(2, LEAST_VALID * resamples)) {
            return Optional.empty();
        }
        double[] sorted = Quantiles.sorted(values);
        double lower = Quantiles.ofSorted(sorted, level.tail());
        double upper = Quantiles.ofSorted(sorted, 1 - level.tail());
        return sorted[0] == sorted[sorted.length - 1]
                ? Optional.empty()
                : Optional.of(new Interval(lower, Math.max(lower, upper), level));
    }

    private static double[] sum(double[][] vectors) {
        double[] sum = new double[vectors.length == 0 ? 0 : vectors[0].length];
        for (double[] vector : vectors) {
            add(vector, sum);
        }
        return sum;
    }

    private double[] draw(double[][] vectors, int resample) {
        RandomGenerator random = Streams.of(seed, resample);
        double[] sum = new double[vectors[0].length];
        for (int k = 0; k < vectors.length; k++) {
            add(vectors[random.nextInt(vectors.length)], sum);
        }
        return sum;
    }

    private static void add(double[] vector, double[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += vector[k];
        }
    }
}
