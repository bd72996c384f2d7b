package dev.arena.ratings.agreement;

import dev.arena.ratings.internal.Cholesky;
import dev.arena.ratings.internal.Logistic;
import dev.arena.ratings.internal.Loss;
import dev.arena.ratings.internal.Newton;
import dev.arena.ratings.internal.Vectors;
import java.util.List;

/** Bradley-Terry on pairs with masses and corrected targets, which may lie outside what any data could say. */
final class Fit implements Loss {
    private static final double RECESSION_ROUNDING = 1e-12;

    private final List<PairCell> cells;
    private final int contestants;
    private final double[] masses;
    private final double[] targets;

    /** A loss over all contestants, every one of which some cell names. */
    Fit(List<PairCell> cells, int contestants, double[] masses, double[] targets) {
        this.cells = cells;
        this.contestants = contestants;
        this.masses = masses;
        this.targets = targets;
    }

    Newton.Result minimise() {
        return Newton.minimise(this, new double[contestants]);
    }

    /** +1 for the lower contestant of a cell, −1 for the higher. */
    static double[] contrast(PairCell cell, int contestants) {
        double[] contrast = new double[contestants];
        contrast[cell.low] = 1;
        contrast[cell.high] = -1;
        return contrast;
    }

    /** |H⁻¹x|² for the contrast x of two contestants. */
    static double squaredLength(double[][] inverse, int low, int high) {
        double sum = 0;
        for (double[] row : inverse) {
            sum += (row[low] - row[high]) * (row[low] - row[high]);
        }
        return sum;
    }

    /** Win probabilities of the lower contestants. */
    static double[] probabilities(List<PairCell> cells, double[] strengths) {
        return cells.stream()
                .mapToDouble(cell -> Logistic.sigma(strengths[cell.low] - strengths[cell.high]))
                .toArray();
    }

    /** Inverse of Σ mass·p(1 − p)·xxᵀ, right on vectors that sum to zero. */
    static double[][] inverse(List<PairCell> cells, int contestants, double[] masses, double[] probabilities) {
        double[][] hessian = new double[contestants][contestants];
        for (int k = 0; k < cells.size(); k++) {
            double curvature = masses[k] * probabilities[k] * (1 - probabilities[k]);
            Vectors.addOuter(hessian, contrast(cells.get(k), contestants), curvature);
        }
        pin(hessian);
        double[][] inverse = Cholesky.of(hessian)
                .orElseThrow(() -> new IllegalStateException("the pairs do not link all contestants"))
                .inverse();
        // takes the pin out again
        for (int i = 0; i < contestants; i++) {
            double mean = 0;
            for (double value : inverse[i]) {
                mean += value / contestants;
            }
            for (int j = 0; j < contestants; j++) {
                inverse[i][j] -= mean;
            }
        }
        return inverse;
    }

    /** Makes the flat direction, a constant added to all strengths, as curved as the others. */
    private static void pin(double[][] hessian) {
        int n = hessian.length;
        double curvature = 0;
        for (int i = 0; i < n; i++) {
            curvature += hessian[i][i] / n;
        }
        for (double[] row : hessian) {
            for (int j = 0; j < n; j++) {
                row[j] += curvature / n;
            }
        }
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int k = 0; k < masses.length; k++) {
            double gap = gap(k, x);
            sum += masses[k] * Logistic.log1pExp(gap) - targets[k] * gap;
        }
        return sum;
    }

    private double gap(int k, double[] x) {
        return x[cells.get(k).low] - x[cells.get(k).high];
    }

    @Override
    public double derivatives(double[] x, double[] gradient, double[][] hessian) {
        for (int k = 0; k < masses.length; k++) {
            PairCell cell = cells.get(k);
            double p = Logistic.sigma(gap(k, x));
            double slope = masses[k] * p - targets[k];
            gradient[cell.low] += slope;
            gradient[cell.high] -= slope;
            double curvature = masses[k] * p * (1 - p);
            hessian[cell.low][cell.low] += curvature;
            hessian[cell.high][cell.high] += curvature;
            hessian[cell.low][cell.high] -= curvature;
            hessian[cell.high][cell.low] -= curvature;
        }
        pin(hessian);
        return value(x);
    }

    @Override
    public double gradientRounding(double[] x) {
        double size = 0;
        for (int k = 0; k < masses.length; k++) {
            size += masses[k] + Math.abs(targets[k]);
        }
        return size * 1e-15;
    }

    @Override
    public boolean recedesAlong(double[] direction) {
        double slope = 0;
        double size = 0;
        for (int k = 0; k < masses.length; k++) {
            double gap = gap(k, direction);
            slope += Math.max(gap, 0) * masses[k] - targets[k] * gap;
            size += Math.abs(gap) * (masses[k] + Math.abs(targets[k]));
        }
        return slope <= RECESSION_ROUNDING * size;
    }
}
