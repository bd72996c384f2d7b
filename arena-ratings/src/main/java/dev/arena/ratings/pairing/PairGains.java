package dev.arena.ratings.pairing;

import dev.arena.ratings.ContestantStatus;
import dev.arena.ratings.Covariance;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.StrengthUnit;
import dev.arena.ratings.internal.Logistic;
import dev.arena.ratings.internal.NormalLaw;

/**
 * How much the next battle of two contestants is expected to tell.
 *
 * <p><b>Model.</b> With C the covariance of natural strengths, d = θ_i − θ_j, p = σ(d), v = p(1 − p) and x = e_i − e_j, one battle of i
 * and j adds the information v·x·xᵀ, whatever its outcome. {@link #information} is the fall of ln det C, ln(1 + v·xᵀCx) (D-optimality);
 * {@link #variance} the fall of the trace of C, v·|Cx|² / (1 + v·xᵀCx) (A-optimality); {@link #separation} the distance |d| / √(xᵀCx) in
 * standard errors; {@link #order} the information times Φ(−|d| / √(xᵀCx)), the chance that the two stand in the wrong order.
 *
 * <p><b>Input.</b> Natural strengths and their covariance, all finite; {@link #variance} alone depends on the gauge of C, the others do
 * not. <b>Output.</b> 0 or more, natural units. {@link #expect} is C after one more battle by the formula of Sherman and Morrison, C −
 * v·Cx·xᵀC / (1 + v·xᵀCx), so that several battles can be chosen before any of them is judged.
 *
 * <p><b>Cost.</b> n³ once, then one step a gain and n² an expected battle.
 *
 * <p><b>Source.</b> Chaloner and Verdinelli 1995, doi 10.1214/ss/1177009939; Guo et al. 2018 for pairwise ranking, AAAI.
 */
public final class PairGains {
    /** The variance that half a win and half a loss against a contestant of strength 0 leave. */
    private static final double UNKNOWN = 4;

    private final double[] strengths;
    private final double[][] covariance;
    private final double[][] square;

    private PairGains(double[] strengths, double[][] covariance) {
        this.strengths = strengths;
        this.covariance = covariance;
        int n = strengths.length;
        square = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += covariance[i][k] * covariance[k][j];
                }
                square[i][j] = sum;
            }
        }
    }

    /**
     * Gains after a fit. A contestant without any comparison stands at 0 with a variance of 4, independent of the others.
     *
     * @throws IllegalArgumentException if another contestant has no finite natural strength with a variance; a regularised fit gives
     *     all of them one
     */
    public static PairGains of(RatingResult result) {
        int n = result.contestants();
        if (!(result.unit() instanceof StrengthUnit.Natural) || !(result.uncertainty() instanceof Covariance known)) {
            throw new IllegalArgumentException("gains need natural strengths with a covariance, found "
                    + result.method() + " with "
                    + result.uncertainty().method());
        }
        double[] strengths = new double[n];
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (result.rating(i).status() == ContestantStatus.NO_DATA) {
                covariance[i][i] = UNKNOWN;
                continue;
            }
            if (result.rating(i).strength().isEmpty() || !known.covers(i)) {
                throw new IllegalArgumentException("contestant " + i + " has no finite strength; regularise the fit");
            }
            strengths[i] = result.rating(i).strength().getAsDouble();
            for (int j = 0; j <= i; j++) {
                double shared = known.covers(j) ? known.get(i, j) : 0;
                covariance[i][j] = shared;
                covariance[j][i] = shared;
            }
        }
        return new PairGains(strengths, covariance);
    }

    /** Gains without any evidence: equal strengths, independent with variance 4. */
    public static PairGains flat(int contestants) {
        double[][] covariance = new double[contestants][contestants];
        for (int i = 0; i < contestants; i++) {
            covariance[i][i] = UNKNOWN;
        }
        return new PairGains(new double[contestants], covariance);
    }

    /** How many contestants there are. */
    public int contestants() {
        return strengths.length;
    }

    /** The expected fall of ln det C. */
    public double information(int one, int other) {
        return Math.log1p(weight(one, other) * spread(covariance, one, other));
    }

    /** The expected fall of the sum of all variances. */
    public double variance(int one, int other) {
        double v = weight(one, other);
        return v * spread(square, one, other) / (1 + v * spread(covariance, one, other));
    }

    /** How many standard errors the two are apart; 0 for equal strengths, infinite where only the error is 0. */
    public double separation(int one, int other) {
        double distance = Math.abs(strengths[one] - strengths[other]);
        return distance == 0 ? 0 : distance / Math.sqrt(spread(covariance, one, other));
    }

    /** The information, counted as far as the two may stand in the wrong order. */
    public double order(int one, int other) {
        return NormalLaw.cumulative(-separation(one, other)) * information(one, other);
    }

    /** Reckons with one more battle of the two, whatever its outcome. */
    public void expect(int one, int other) {
        int n = strengths.length;
        double v = weight(one, other);
        double factor = v / (1 + v * spread(covariance, one, other));
        double length = spread(square, one, other);
        double[] a = new double[n];
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = covariance[i][one] - covariance[i][other];
            b[i] = square[i][one] - square[i][other];
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] -= factor * a[i] * a[j];
                // (C − f·aaᵀ)² = C² − f·(Ca·aᵀ + a·(Ca)ᵀ) + f²·|a|²·aaᵀ with a = Cx, |a|² = xᵀC²x
                square[i][j] -= factor * (b[i] * a[j] + a[i] * b[j]) - factor * factor * length * a[i] * a[j];
            }
        }
    }

    private double weight(int one, int other) {
        double p = Logistic.sigma(strengths[one] - strengths[other]);
        return p * (1 - p);
    }

    /** xᵀMx; never below 0. */
    private static double spread(double[][] matrix, int one, int other) {
        return Math.max(0, matrix[one][one] + matrix[other][other] - 2 * matrix[one][other]);
    }
}
