package dev.arena.ratings.agreement;

import dev.arena.ratings.internal.Vectors;
import java.util.List;

/**
 * The correction within each pair: the judge's further matchups of a pair speak only for that pair, so that it does not matter how
 * often which pair was drawn. A pair without shared or further matchups is people alone; what people did not score at all is left out.
 *
 * <p>With means Ȳ over n people's matchups, f̄ over the n' shared ones and F̄ over N further ones, the score is Ȳ − λ(f̄ − F̄). Errors are
 * those of the residuals Y − p − λ(n/n')(f − F̄) around the fitted p, so that λ = 0 gives the sandwich of people alone.
 */
final class ByPair implements Correction {
    private final List<PairCell> cells;
    private final double total;

    /** The correction of cells that people scored. */
    ByPair(List<PairCell> cells) {
        this.cells = cells;
        total = cells.stream().mapToDouble(cell -> cell.humans.n).sum();
    }

    @Override
    public double pilot() {
        return 0;
    }

    @Override
    public double[] masses(double lambda) {
        return cells.stream().mapToDouble(cell -> cell.humans.n / total).toArray();
    }

    @Override
    public double[] targets(double lambda) {
        return cells.stream()
                .mapToDouble(cell -> cell.humans.n / total * score(cell, lambda))
                .toArray();
    }

    private static double score(PairCell cell, double lambda) {
        double gap = cell.corrects() ? cell.shared.meanY() - cell.further.meanX() : 0;
        return cell.humans.meanX() - lambda * gap;
    }

    @Override
    public double[] curvatures() {
        return masses(0);
    }

    @Override
    public double[][] gradientCovariance(double[] probabilities, double lambda, int contestants) {
        double[][] covariance = new double[contestants][contestants];
        for (int k = 0; k < cells.size(); k++) {
            PairCell cell = cells.get(k);
            double mass = cell.humans.n / total;
            double variance = residualVariance(cell, probabilities[k], cell.corrects() ? lambda : 0);
            Vectors.addOuter(covariance, Fit.contrast(cell, contestants), mass * mass * variance);
        }
        return covariance;
    }

    /** Variance of the corrected mean: the mean squared residual over n, and the error of F̄. */
    private static double residualVariance(PairCell cell, double p, double lambda) {
        double n = cell.humans.n;
        double squares = cell.humans.xx - 2 * p * cell.humans.x + n * p * p;
        if (lambda == 0) {
            return squares / (n * n);
        }
        PairCell.Moments shared = cell.shared;
        double centre = cell.further.meanX();
        double factor = lambda * n / shared.n;
        double cross = shared.xy - p * shared.y - centre * (shared.x - p * shared.n);
        double judged = shared.yy - 2 * centre * shared.y + shared.n * centre * centre;
        double people = squares - 2 * factor * cross + factor * factor * judged;
        double further = cell.further.xx / cell.further.n - centre * centre;
        return Math.max(0, people) / (n * n) + lambda * lambda * Math.max(0, further) / cell.further.n;
    }

    @Override
    public double tuned(double[] probabilities, double[][] inverse) {
        double gain = 0;
        double cost = 0;
        for (PairCell cell : cells) {
            if (!cell.corrects() || cell.shared.n < 2) {
                continue;
            }
            double mass = cell.humans.n / total;
            double leverage = mass * mass * Fit.squaredLength(inverse, cell.low, cell.high);
            PairCell.Moments shared = cell.shared;
            double covariance = (shared.xy - shared.x * shared.y / shared.n) / (shared.n - 1);
            gain += leverage * covariance / cell.humans.n;
            cost += leverage * judgeVariance(cell) * (1.0 / shared.n + 1.0 / cell.further.n);
        }
        return cost > 0 ? Math.max(0, Math.min(1, gain / cost)) : 0;
    }

    /** Of the judge's scores, shared and further ones around their own means. */
    private static double judgeVariance(PairCell cell) {
        double shared = cell.shared.yy - cell.shared.y * cell.shared.y / cell.shared.n;
        double further = cell.further.xx - cell.further.x * cell.further.x / cell.further.n;
        return Math.max(0, shared + further) / Math.max(1, cell.shared.n + cell.further.n - 2);
    }
}
