package dev.arena.ratings.agreement;

import dev.arena.ratings.internal.Vectors;
import java.util.List;

/**
 * The correction over all pairs at once (Boyeau et al.): right only where people's and further matchups were drawn from the same
 * distribution of pairs. Uses matchups that both scored and those that only the judge scored. Divisors are those of ppi_py: n − 1 for
 * variances, n for the covariance of people and judge.
 */
final class AcrossPairs implements Correction {
    private final List<PairCell> cells;
    private final double shared;
    private final double further;

    AcrossPairs(List<PairCell> cells) {
        this.cells = cells;
        shared = cells.stream().mapToDouble(cell -> cell.shared.n).sum();
        further = cells.stream().mapToDouble(cell -> cell.further.n).sum();
    }

    @Override
    public double pilot() {
        return 1;
    }

    @Override
    public double[] masses(double lambda) {
        return cells.stream()
                .mapToDouble(cell -> lambda * cell.further.n / further + (1 - lambda) * cell.shared.n / shared)
                .toArray();
    }

    @Override
    public double[] targets(double lambda) {
        return cells.stream()
                .mapToDouble(
                        cell -> lambda * cell.further.x / further + (cell.shared.x - lambda * cell.shared.y) / shared)
                .toArray();
    }

    @Override
    public double[] curvatures() {
        return cells.stream()
                .mapToDouble(cell -> (cell.shared.n + cell.further.n) / (shared + further))
                .toArray();
    }

    @Override
    public double[][] gradientCovariance(double[] probabilities, double lambda, int contestants) {
        Spread people = new Spread(contestants);
        Spread judge = new Spread(contestants);
        for (int k = 0; k < cells.size(); k++) {
            PairCell cell = cells.get(k);
            double[] contrast = Fit.contrast(cell, contestants);
            double p = (1 - lambda) * probabilities[k];
            PairCell.Moments both = cell.shared;
            double rest = both.x - lambda * both.y;
            double squares = both.xx - 2 * lambda * both.xy + lambda * lambda * both.yy;
            people.add(contrast, both.n * p - rest, both.n * p * p - 2 * p * rest + squares);
            double q = probabilities[k];
            PairCell.Moments alone = cell.further;
            judge.add(contrast, alone.n * q - alone.x, alone.n * q * q - 2 * q * alone.x + alone.xx);
        }
        double[][] result = people.covariance(shared, 1 / (shared - 1));
        double[][] second = judge.covariance(further, lambda * lambda / (further - 1));
        for (int i = 0; i < contestants; i++) {
            for (int j = 0; j < contestants; j++) {
                result[i][j] += second[i][j];
            }
        }
        return result;
    }

    @Override
    public double tuned(double[] probabilities, double[][] inverse) {
        int contestants = inverse.length;
        Spread sum = new Spread(contestants);
        Spread difference = new Spread(contestants);
        Spread judge = new Spread(contestants);
        for (int k = 0; k < cells.size(); k++) {
            PairCell cell = cells.get(k);
            PairCell.Moments both = cell.shared;
            double[] contrast = Fit.contrast(cell, contestants);
            double p = probabilities[k];
            // Cov(Y, f) + Cov(f, Y) is half of Cov(Y + f) − Cov(Y − f)
            double added = both.x + both.y;
            double apart = both.x - both.y;
            double addedSquares = both.xx + 2 * both.xy + both.yy;
            sum.add(contrast, 2 * p * both.n - added, 4 * p * p * both.n - 4 * p * added + addedSquares);
            difference.add(contrast, -apart, both.xx - 2 * both.xy + both.yy);
            double n = both.n + cell.further.n;
            double judged = both.y + cell.further.x;
            judge.add(contrast, n * p - judged, n * p * p - 2 * p * judged + both.yy + cell.further.xx);
        }
        double cross =
                (trace(inverse, sum.covariance(shared, 1)) - trace(inverse, difference.covariance(shared, 1))) / 2;
        double all = shared + further;
        double own = trace(inverse, judge.covariance(all, all / (all - 1)));
        double lambda = cross / (2 * (1 + shared / further) * own);
        return own > 0 && lambda > 0 ? Math.min(1, lambda) : 0;
    }

    private static double trace(double[][] inverse, double[][] matrix) {
        double[][] product = Vectors.sandwich(inverse, matrix);
        double trace = 0;
        for (int i = 0; i < product.length; i++) {
            trace += product[i][i];
        }
        return trace;
    }

    /** First and second moments of gradients that lie along contrasts. */
    private static final class Spread {
        private final double[] mean;
        private final double[][] squares;

        Spread(int contestants) {
            mean = new double[contestants];
            squares = new double[contestants][contestants];
        }

        void add(double[] contrast, double sum, double sumOfSquares) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += contrast[i] * sum;
            }
            Vectors.addOuter(squares, contrast, sumOfSquares);
        }

        double[][] covariance(double n, double factor) {
            double[][] covariance = new double[mean.length][mean.length];
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    covariance[i][j] = factor * (squares[i][j] / n - mean[i] * mean[j] / (n * n));
                }
            }
            return covariance;
        }
    }
}
