package dev.arena.ratings.agreement;

import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;

/**
 * A mean of people's scores, sharpened by a judge that scored the same items and many more (PPI++).
 *
 * <p><b>Model.</b> With scores Y and f of people and judge on n items and F of the judge alone on N further items of the same kind:
 * estimate = λ·mean(F) + mean(Y − λ·f), which is unbiased whatever the judge is worth. Its variance is
 * λ²·Var(F)/N + Var(Y − λ·f)/n (divisors N and n); the tuned λ is Cov(Y, f)/((1 + n/N)·Var) with the covariance over n, Var over all
 * n + N judge scores with divisor n + N − 1, clipped to [0, 1]. λ = 0 is people alone.
 *
 * <p><b>Input.</b> Finite scores; the items of both sets must come from the same distribution.
 *
 * <p><b>Output.</b> {@code essMultiplier}: how many times as many people's scores would give the same error without a judge.
 *
 * <p><b>Source.</b> Angelopoulos, Duchi and Zrnic 2023, arXiv 2311.01453, eq. 7 and proposition 2.
 *
 * @param lambda how far the judge is trusted, in [0, 1]
 * @param value the estimate
 * @param stdError its standard error
 * @param essMultiplier variance of people alone, divided by this one's; NaN where this one is 0
 */
public record PredictionPoweredMean(double lambda, double value, double stdError, double essMultiplier) {
    /**
     * The estimate with the tuned λ.
     *
     * @param human people's scores
     * @param judge the judge's scores of the same items
     * @param further the judge's scores of further items
     */
    public static PredictionPoweredMean tuned(double[] human, double[] judge, double[] further) {
        require(human, judge, further);
        double[] all = new double[judge.length + further.length];
        System.arraycopy(judge, 0, all, 0, judge.length);
        System.arraycopy(further, 0, all, judge.length, further.length);
        double variance = covariance(all, all) * all.length / (all.length - 1);
        double ratio = 1 + (double) human.length / further.length;
        double lambda = variance > 0 ? covariance(human, judge) / (ratio * variance) : 0;
        return of(human, judge, further, Math.max(0, Math.min(1, lambda)));
    }

    /** The estimate with a given λ in [0, 1]. */
    public static PredictionPoweredMean of(double[] human, double[] judge, double[] further, double lambda) {
        require(human, judge, further);
        if (!(lambda >= 0 && lambda <= 1)) {
            throw new IllegalArgumentException("lambda " + lambda + " is not allowed; use a number in [0, 1]");
        }
        double[] rest = new double[human.length];
        for (int k = 0; k < rest.length; k++) {
            rest[k] = human[k] - lambda * judge[k];
        }
        double value = lambda * mean(further) + mean(rest);
        double variance =
                lambda * lambda * covariance(further, further) / further.length + covariance(rest, rest) / rest.length;
        double alone = covariance(human, human) / human.length;
        return new PredictionPoweredMean(lambda, value, Math.sqrt(variance), alone / variance);
    }

    /** The normal interval. */
    public Interval interval(Level level) {
        return new Interval(value - level.z() * stdError, value + level.z() * stdError, level);
    }

    private static void require(double[] human, double[] judge, double[] further) {
        if (human.length != judge.length || human.length < 2 || further.length < 2) {
            throw new IllegalArgumentException(
                    "people and judge need the same items, 2 or more, and the judge 2 or more" + " further ones; found "
                            + human.length + ", " + judge.length + " and " + further.length);
        }
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += (x[k] - meanX) * (y[k] - meanY);
        }
        return sum / x.length;
    }
}
