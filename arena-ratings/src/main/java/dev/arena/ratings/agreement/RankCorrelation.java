package dev.arena.ratings.agreement;

import java.util.OptionalDouble;

/**
 * How alike two numbers order the same things.
 *
 * <p><b>Model.</b> Spearman's rho is the correlation of ranks, equal values sharing their mean rank. Kendall's tau-b is
 * (concordant − discordant)/√((n₀ − n₁)(n₀ − n₂)) over the n₀ pairs, n₁ and n₂ of them tied in one of the two.
 *
 * <p><b>Edge cases.</b> Absent below two things, and where one side is constant.
 *
 * <p><b>Cost.</b> n².
 *
 * <p><b>Source.</b> Spearman 1904, doi 10.2307/1412159; Kendall 1945, doi 10.2307/2332303.
 */
public final class RankCorrelation {
    private RankCorrelation() {}

    /** Spearman's rho. */
    public static OptionalDouble spearman(double[] x, double[] y) {
        requireFit(x, y);
        return pearson(ranks(x), ranks(y));
    }

    /** Kendall's tau-b. */
    public static OptionalDouble kendall(double[] x, double[] y) {
        requireFit(x, y);
        long balance = 0;
        long untiedX = 0;
        long untiedY = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                int byX = Double.compare(x[i], x[j]);
                int byY = Double.compare(y[i], y[j]);
                balance += (long) byX * byY;
                untiedX += byX == 0 ? 0 : 1;
                untiedY += byY == 0 ? 0 : 1;
            }
        }
        if (untiedX == 0 || untiedY == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(balance / Math.sqrt((double) untiedX * untiedY));
    }

    private static void requireFit(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "both sides need as many numbers, found " + x.length + " and " + y.length);
        }
        for (int k = 0; k < x.length; k++) {
            if (!Double.isFinite(x[k]) || !Double.isFinite(y[k])) {
                throw new IllegalArgumentException("numbers must be finite, found " + x[k] + " and " + y[k]);
            }
        }
    }

    /** Twice the mean rank from 1, so that halves are exact. */
    private static double[] ranks(double[] x) {
        double[] ranks = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (double other : x) {
                int order = Double.compare(other, x[i]);
                ranks[i] += order < 0 ? 2 : order == 0 ? 1 : 0;
            }
        }
        return ranks;
    }

    private static OptionalDouble pearson(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int k = 0; k < x.length; k++) {
            xx += (x[k] - meanX) * (x[k] - meanX);
            yy += (y[k] - meanY) * (y[k] - meanY);
            xy += (x[k] - meanX) * (y[k] - meanY);
        }
        return xx > 0 && yy > 0
                ? OptionalDouble.of(Math.max(-1, Math.min(1, xy / (Math.sqrt(xx) * Math.sqrt(yy)))))
                : OptionalDouble.empty();
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return x.length == 0 ? 0 : sum / x.length;
    }
}
