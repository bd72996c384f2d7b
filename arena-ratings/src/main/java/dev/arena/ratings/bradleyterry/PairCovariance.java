package dev.arena.ratings.bradleyterry;

import dev.arena.ratings.Comparisons;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.internal.Cholesky;
import dev.arena.ratings.internal.ClusterMeat;
import dev.arena.ratings.internal.FitErrors;
import dev.arena.ratings.internal.Newton;
import dev.arena.ratings.internal.Vectors;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.Optional;

/**
 * Covariance of all parameters of a fit: V = H⁺·B·H⁺ (Huber 1967, White 1982), with B summed over comparisons or over
 * clusters (Liang and Zeger 1986, doi 10.1093/biomet/73.1.13), or H⁺ alone.
 */
final class PairCovariance {
    private final PairFit fit;
    private final FitScope scope;
    private final PairLoss loss;
    private final double[] x;
    private String method = "laplace";
    private int clusters;

    private PairCovariance(PairFit fit) {
        this.fit = fit;
        scope = fit.scope();
        loss = fit.loss();
        x = fit.optimum().parameters();
    }

    /** The errors that were asked for, where there are any. */
    static FitErrors errors(PairFit fit, Comparisons rows) {
        CovarianceKind kind = fit.options().covariance();
        boolean fitted = fit.scope().parameters() > 0 && fit.optimum().end() == Newton.End.CONVERGED;
        if (kind == CovarianceKind.NONE || !fitted) {
            return FitErrors.without(RatingPhrase.NO_COVARIANCE.say());
        }
        if (fit.ties() == TieState.ONLY_TIES) {
            return FitErrors.without(RatingPhrase.TIES_SAY_NOTHING.say());
        }
        FitErrors.Estimate estimate = new PairCovariance(fit).estimate(kind, rows);
        return FitErrors.of(estimate, fit.table().contestants(), fit.scope().contestants());
    }

    private FitErrors.Estimate estimate(CovarianceKind kind, Comparisons rows) {
        int p = scope.parameters();
        double[][] hessian = new double[p][p];
        loss.derivatives(x, new double[p], hessian);
        double[][] inverse = Cholesky.of(hessian)
                .orElseThrow(() -> new IllegalStateException("the information of a finished fit is singular"))
                .inverse();
        double[][] sandwich = kind == CovarianceKind.MODEL ? inverse : Vectors.sandwich(inverse, meat(kind, rows));
        boolean pinned = !loss.isPenalised();
        if (pinned) {
            scope.gauges().unpin(inverse, scope.gauges().curvature(loss.dataInformation(x)));
        }
        double[][] covariance = kind == CovarianceKind.MODEL ? inverse : sandwich;
        double[][] values = pinned ? covariance : scope.gauges().centred(covariance);
        return new FitErrors.Estimate(method, clusters, values, FitErrors.Estimate.varies(covariance, inverse));
    }

    private double[][] meat(CovarianceKind kind, Comparisons rows) {
        method = "sandwich";
        if (kind == CovarianceKind.CLUSTER) {
            double[][] clustered = clusteredMeat(rows);
            if (clustered.length > 0) {
                return clustered;
            }
        }
        int p = scope.parameters();
        double[][] meat = new double[p][p];
        int[] cells = scope.cells();
        CellPoint at = new CellPoint();
        for (int k = 0; k < cells.length; k++) {
            loss.load(k, x, at);
            scope.table().squares(cells[k], at);
            loss.model().squares(at);
            loss.design().addCurves(meat, k, at);
        }
        mirror(meat);
        return meat;
    }

    /** Empty where no cluster repeats. */
    private double[][] clusteredMeat(Comparisons rows) {
        Optional<PairClusters> within = PairClusters.of(fit, rows);
        if (within.isPresent()) {
            if (!within.get().repeats()) {
                return new double[0][];
            }
            method = "cluster-robust sandwich";
            clusters = (int) Math.min(Integer.MAX_VALUE, within.get().clusters());
            return within.get().matrix(scope.parameters());
        }
        ClusterMeat result = ClusterMeat.of(rows, new RowScores(fit, rows), scope.parameters());
        if (!result.repeats()) {
            return new double[0][];
        }
        method = result.method();
        clusters = (int) Math.min(Integer.MAX_VALUE, result.clusters());
        return result.matrix();
    }

    private static void mirror(double[][] lower) {
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j < i; j++) {
                lower[j][i] = lower[i][j];
            }
        }
    }
}
