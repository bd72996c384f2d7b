package dev.arena.ratings.internal;

/**
 * A factor F of a symmetric positive semidefinite matrix, A = F·Fᵀ, by Cholesky with complete pivoting: stops at the
 * rank of A, so that sum-zero covariances and covariances from few clusters need no ridge. n·r² multiplications.
 */
public final class SemidefiniteFactor {
    private static final double NEGLIGIBLE = 1e-12;

    private final double[][] rows;
    private final int rank;

    private SemidefiniteFactor(double[][] rows, int rank) {
        this.rows = rows;
        this.rank = rank;
    }

    /** Factors a matrix; negative rounding in it is ignored. */
    public static SemidefiniteFactor of(double[][] matrix) {
        int n = matrix.length;
        double[][] rows = new double[n][n];
        double[] left = new double[n];
        boolean[] done = new boolean[n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            left[i] = matrix[i][i];
            largest = Math.max(largest, left[i]);
        }
        int rank = 0;
        while (rank < n) {
            int pivot = largestLeft(left, done);
            if (!(left[pivot] > NEGLIGIBLE * largest)) {
                break;
            }
            done[pivot] = true;
            double root = Math.sqrt(left[pivot]);
            rows[pivot][rank] = root;
            for (int i = 0; i < n; i++) {
                if (!done[i]) {
                    double entry = (matrix[i][pivot] - dot(rows[i], rows[pivot], rank)) / root;
                    rows[i][rank] = entry;
                    left[i] -= entry * entry;
                }
            }
            rank++;
        }
        return new SemidefiniteFactor(rows, rank);
    }

    /** How many columns the factor has. */
    public int rank() {
        return rank;
    }

    /** Entry of the factor. */
    public double get(int row, int column) {
        return rows[row][column];
    }

    private static int largestLeft(double[] left, boolean[] done) {
        int best = -1;
        for (int i = 0; i < left.length; i++) {
            if (!done[i] && (best < 0 || left[i] > left[best])) {
                best = i;
            }
        }
        return best;
    }

    private static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
