package dev.arena.ratings.internal;

import java.util.Optional;

/** Factor L of a symmetric positive definite matrix A = L·Lᵀ. Dense; n³/3 multiplications. */
public final class Cholesky {
    /** A pivot below this share of its diagonal entry counts as zero. */
    private static final double SINGULAR = 1e-14;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Factors a matrix, of which only the lower triangle is read; the matrix is left as it is.
     *
     * @return empty if the matrix is not positive definite to working precision
     */
    public static Optional<Cholesky> of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            lower[i] = row;
            for (int j = 0; j < i; j++) {
                double[] other = lower[j];
                row[j] = (matrix[i][j] - dot(row, other, j)) / other[j];
            }
            double pivot = matrix[i][i] - dot(row, row, i);
            if (!(pivot > SINGULAR * matrix[i][i])) {
                return Optional.empty();
            }
            row[i] = Math.sqrt(pivot);
        }
        return Optional.of(new Cholesky(lower));
    }

    /** Solves A·x = b. */
    public double[] solve(double[] b) {
        int n = lower.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            x[i] = (x[i] - dot(lower[i], x, i)) / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            double[] row = lower[i];
            for (int j = 0; j < i; j++) {
                x[j] -= row[j] * x[i];
            }
        }
        return x;
    }

    /** A⁻¹, symmetric to the last digit. */
    public double[][] inverse() {
        int n = lower.length;
        double[][] result = new double[n][n];
        for (int k = 0; k < n; k++) {
            double[] unit = new double[n];
            unit[k] = 1;
            double[] column = solve(unit);
            for (int i = 0; i <= k; i++) {
                result[i][k] = column[i];
                result[k][i] = column[i];
            }
        }
        return result;
    }

    private static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
