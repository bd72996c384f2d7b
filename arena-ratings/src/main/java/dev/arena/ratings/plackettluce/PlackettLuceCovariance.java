package dev.arena.ratings.plackettluce;

import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Rankings;
import dev.arena.ratings.internal.Cholesky;
import dev.arena.ratings.internal.ClusterMeat;
import dev.arena.ratings.internal.FitErrors;
import dev.arena.ratings.internal.Newton;
import dev.arena.ratings.internal.Vectors;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.Arrays;

/**
 * Covariance of all parameters of a fit: V = H⁺·B·H⁺ (Huber 1967, White 1982) with B summed over rankings or over
 * clusters (Liang and Zeger 1986, doi 10.1093/biomet/73.1.13), or H⁺ alone. The choices of one ranking are one unit.
 */
final class PlackettLuceCovariance {
    private final PlackettLuceFit fit;
    private String method = "laplace";
    private int clusters;

    private PlackettLuceCovariance(PlackettLuceFit fit) {
        this.fit = fit;
    }

    /** The errors that were asked for, where there are any. */
    static FitErrors errors(PlackettLuceFit fit, CovarianceKind kind, Rankings rows) {
        boolean fitted = fit.parameters().strengths() > 0 && fit.optimum().end() == Newton.End.CONVERGED;
        if (kind == CovarianceKind.NONE || !fitted) {
            return FitErrors.without(RatingPhrase.NO_COVARIANCE.say());
        }
        if (fit.hasOnlyTies()) {
            return FitErrors.without(RatingPhrase.TIES_SAY_NOTHING.say());
        }
        FitErrors.Estimate estimate = new PlackettLuceCovariance(fit).estimate(kind, rows);
        return FitErrors.of(estimate, fit.contestants(), fit.parameters().contestants());
    }

    private FitErrors.Estimate estimate(CovarianceKind kind, Rankings rows) {
        Parameters parameters = fit.parameters();
        int p = parameters.size();
        double[][] hessian = new double[p][p];
        fit.loss().information(fit.optimum().parameters(), new double[p], hessian);
        double curvature = parameters.gauges().curvature(hessian);
        boolean pinned = !fit.loss().isPenalised();
        if (pinned) {
            parameters.gauges().pin(hessian);
        }
        double[][] inverse = Cholesky.of(hessian)
                .orElseThrow(() -> new IllegalStateException("the information of a finished fit is singular"))
                .inverse();
        double[][] sandwich = kind == CovarianceKind.MODEL ? inverse : Vectors.sandwich(inverse, meat(kind, rows));
        if (pinned) {
            parameters.gauges().unpin(inverse, curvature);
        }
        double[][] covariance = kind == CovarianceKind.MODEL ? inverse : sandwich;
        double[][] values = pinned ? covariance : parameters.gauges().centred(covariance);
        return new FitErrors.Estimate(method, clusters, values, FitErrors.Estimate.varies(values, inverse));
    }

    private double[][] meat(CovarianceKind kind, Rankings rows) {
        method = "sandwich";
        RankingScores scores = new RankingScores(fit, rows);
        int p = fit.parameters().size();
        if (kind == CovarianceKind.CLUSTER) {
            ClusterMeat result = ClusterMeat.of(rows, scores, p);
            if (result.repeats()) {
                method = result.method();
                clusters = (int) Math.min(Integer.MAX_VALUE, result.clusters());
                return result.matrix();
            }
        }
        double[][] meat = new double[p][p];
        double[] score = new double[p];
        RankingTable rankings = fit.choices().rankings();
        for (int pattern = 0; pattern < rankings.size(); pattern++) {
            Arrays.fill(score, 0);
            scores.addPattern(pattern, 1, score);
            Vectors.addOuter(meat, score, rankings.squares(pattern));
        }
        return meat;
    }
}
