package dev.arena.ratings.internal;

/** The logistic function and its logarithm, accurate at both ends. */
public final class Logistic {
    private Logistic() {}

    /** σ(x) = 1 / (1 + e^−x). */
    public static double sigma(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double e = Math.exp(x);
        return e / (1 + e);
    }

    /** ln(1 + e^x) without overflow. */
    public static double log1pExp(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }
}
