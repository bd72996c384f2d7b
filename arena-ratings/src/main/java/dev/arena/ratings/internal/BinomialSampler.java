package dev.arena.ratings.internal;

import java.util.random.RandomGenerator;

/**
 * Binomial random numbers for any n up to 2^53: inversion where the mean is below 10, else the transformed rejection
 * BTRS of Hörmann 1993, doi 10.1080/00949659308811496.
 */
public final class BinomialSampler {
    private static final double SMALL_MEAN = 10;

    private final RandomGenerator random;

    /** Reads from a seeded stream. */
    public BinomialSampler(RandomGenerator random) {
        this.random = random;
    }

    /** How many of n trials succeed, each with probability p. */
    public double sample(double n, double p) {
        if (n <= 0 || p <= 0) {
            return 0;
        }
        if (p >= 1) {
            return n;
        }
        if (p > 0.5) {
            return n - sample(n, 1 - p);
        }
        return n * p < SMALL_MEAN ? invert(n, p) : reject(n, p);
    }

    private double invert(double n, double p) {
        double odds = p / (1 - p);
        double none = Math.exp(n * Math.log1p(-p));
        while (true) {
            double probability = none;
            double u = Streams.open(random);
            for (double x = 0; x <= n && probability > 0; x++) {
                if (u <= probability) {
                    return x;
                }
                u -= probability;
                probability *= ((n + 1) / (x + 1) - 1) * odds;
            }
        }
    }

    private double reject(double n, double p) {
        double deviation = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * deviation;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double centre = n * p + 0.5;
        double surely = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * deviation;
        while (true) {
            double u = Streams.open(random) - 0.5;
            double v = Streams.open(random);
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + centre);
            if (us >= 0.07 && v <= surely) {
                return k;
            }
            if (k >= 0 && k <= n && Math.log(v * alpha / (a / (us * us) + b)) <= logRatio(n, p, k)) {
                return k;
            }
        }
    }

    /** ln of the probability of k relative to that of the mode. */
    private static double logRatio(double n, double p, double k) {
        double mode = Math.floor((n + 1) * p);
        double odds = p / (1 - p);
        return (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1)))
                + (n + 1) * Math.log((n - mode + 1) / (n - k + 1))
                + (k + 0.5) * Math.log(odds * (n - k + 1) / (k + 1))
                + stirlingError(mode)
                + stirlingError(n - mode)
                - stirlingError(k)
                - stirlingError(n - k);
    }

    /** ln k! minus Stirling's formula for it in k + 1. */
    private static double stirlingError(double k) {
        double next = k + 1;
        if (k < 10) {
            double logFactorial = 0;
            for (double j = 2; j <= k; j++) {
                logFactorial += Math.log(j);
            }
            return logFactorial - (0.5 * Math.log(2 * Math.PI) + (k + 0.5) * Math.log(next) - next);
        }
        double square = next * next;
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / next;
    }
}
