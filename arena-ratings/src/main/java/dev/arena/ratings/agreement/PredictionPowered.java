package dev.arena.ratings.agreement;

import dev.arena.ratings.ContestantStatus;
import dev.arena.ratings.Covariance;
import dev.arena.ratings.Diagnostics;
import dev.arena.ratings.Extra;
import dev.arena.ratings.FitStatus;
import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.StrengthUnit;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.internal.BeatsGraph;
import dev.arena.ratings.internal.Newton;
import dev.arena.ratings.internal.Vectors;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Bradley-Terry strengths of people's verdicts, sharpened by a judge's (prediction-powered inference).
 *
 * <p><b>Model.</b> The judge's verdicts on matchups without people enter with weight λ, and what the judge says too much or too little
 * on matchups that people scored too is taken off again, so that a biased judge biases nothing: it only fails to help. By pair (the
 * default) each pair of contestants has the corrected score Ȳ − λ(f̄ − F̄), weighted by its number of people's matchups; pooled, the loss
 * is λ·mean l(F) + mean[l(Y) − λ·l(f)] over all. Either is Σ mass·ln(1 + e^d) − target·d over pairs and convex for 0 ≤ λ ≤ 1.
 *
 * <p><b>Input.</b> Matchups with the scores of people, of the judge, or of both. Pooled needs people's and further matchups from one
 * distribution of pairs; by pair, only within each pair.
 *
 * <p><b>Output.</b> θ in natural units, sum zero; the covariance H⁺MH⁺ of the corrected gradient; the tuned λ, which minimises the total
 * variance; for each contestant how many times as many matchups of people the judge is worth.
 *
 * <p><b>Edge cases.</b> No result where people's matchups do not link all contestants they name, or the corrected scores have no finite
 * maximum (they may leave [0, 1] when few); the caller rates people alone then. Contestants that people never saw have no data.
 *
 * <p><b>Cost.</b> One pass over the matchups, then two fits of n³/3 a step for n contestants.
 *
 * <p><b>Accuracy.</b> Gradient of the mean loss at most 1e-9; the interval is a large-sample one.
 *
 * <p><b>Source.</b> Angelopoulos, Duchi and Zrnic 2023, arXiv 2311.01453; Boyeau et al. 2024, arXiv 2403.07008; Fisch et al. 2024, arXiv
 * 2406.04291 (strata).
 */
public final class PredictionPowered {
    /** Fewer people's matchups of a pair than this are warned about. */
    private static final int FEW = 30;

    private static final double TUNED = Double.NaN;

    private final boolean byPair;
    private final double lambda;

    private PredictionPowered(boolean byPair, double lambda) {
        this.byPair = byPair;
        this.lambda = lambda;
    }

    /** Corrected within each pair, with the tuned λ. */
    public static PredictionPowered byPair() {
        return new PredictionPowered(true, TUNED);
    }

    /** Corrected over all pairs at once, with the tuned λ. */
    public static PredictionPowered pooled() {
        return new PredictionPowered(false, TUNED);
    }

    /** The same with a given λ in [0, 1]. */
    public PredictionPowered withLambda(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("lambda " + value + " is not allowed; use a number in [0, 1]");
        }
        return new PredictionPowered(byPair, value);
    }

    /**
     * What came of it.
     *
     * @param results one result, or none
     * @param reason why there is none; empty where there is one
     * @param lambda what was used
     */
    public record Answer(List<RatingResult> results, String reason, double lambda) {
        /** Copies the list. */
        public Answer {
            results = List.copyOf(results);
        }

        private static Answer none(String reason) {
            return new Answer(List.of(), reason, 0);
        }
    }

    /** Rates the contestants. */
    public Answer rate(PairedScores scores) {
        List<PairCell> used = scores.cells().stream().filter(this::isUsed).toList();
        int[] covered = covered(used, scores.contestants());
        if (covered.length < 2) {
            return Answer.none("there is no matchup that people scored");
        }
        if (!byPair && scores.sharedMatchups() == 0) {
            return Answer.none("there is no matchup that both people and the judge scored");
        }
        int[] number = new int[scores.contestants()];
        for (int k = 0; k < covered.length; k++) {
            number[covered[k]] = k;
        }
        List<PairCell> cells =
                used.stream().map(cell -> cell.renumbered(number)).toList();
        if (graph(cells, covered.length).connectivity().components() > 1) {
            return Answer.none("the matchups that people scored do not link all contestants");
        }
        return new Work(scores, covered, cells).answer();
    }

    private boolean isUsed(PairCell cell) {
        return byPair ? cell.humans.n > 0 : cell.shared.n + cell.further.n > 0;
    }

    private static int[] covered(List<PairCell> cells, int contestants) {
        boolean[] named = new boolean[contestants];
        for (PairCell cell : cells) {
            named[cell.low] = true;
            named[cell.high] = true;
        }
        int[] covered = new int[contestants];
        int count = 0;
        for (int i = 0; i < contestants; i++) {
            if (named[i]) {
                covered[count++] = i;
            }
        }
        return Arrays.copyOf(covered, count);
    }

    private static BeatsGraph graph(List<PairCell> cells, int contestants) {
        boolean[][] met = new boolean[contestants][contestants];
        for (PairCell cell : cells) {
            met[cell.low][cell.high] = true;
            met[cell.high][cell.low] = true;
        }
        return BeatsGraph.of(met);
    }

    /** The fits of one rating. */
    private final class Work {
        private final PairedScores scores;
        private final int[] covered;
        private final List<PairCell> cells;
        private final Correction correction;

        Work(PairedScores scores, int[] covered, List<PairCell> cells) {
            this.scores = scores;
            this.covered = covered;
            this.cells = cells;
            correction = byPair ? new ByPair(cells) : new AcrossPairs(cells);
        }

        Answer answer() {
            Newton.Result alone = fit(0);
            boolean finite = alone.end() == Newton.End.CONVERGED;
            boolean corrects = scores.sharedMatchups() > 0 && scores.judgeMatchups() > 0;
            double chosen = corrects ? lambda : 0;
            if (Double.isNaN(chosen)) {
                chosen = tuned();
            }
            Newton.Result best = chosen == 0 ? alone : fit(chosen);
            if (best.end() != Newton.End.CONVERGED) {
                return Answer.none("the corrected scores have no finite maximum");
            }
            double[][] errors = covariance(best.parameters(), chosen);
            double[] before = finite ? diagonal(covariance(alone.parameters(), 0)) : new double[covered.length];
            return new Answer(List.of(result(best, errors, before, chosen)), "", chosen);
        }

        private double tuned() {
            Newton.Result pilot = fit(correction.pilot());
            boolean finite = pilot.end() == Newton.End.CONVERGED;
            double[] probabilities = Fit.probabilities(cells, finite ? pilot.parameters() : new double[covered.length]);
            double[][] inverse = Fit.inverse(cells, covered.length, correction.curvatures(), probabilities);
            return correction.tuned(probabilities, inverse);
        }

        private Newton.Result fit(double share) {
            return new Fit(cells, covered.length, correction.masses(share), correction.targets(share)).minimise();
        }

        private double[][] covariance(double[] strengths, double share) {
            double[] probabilities = Fit.probabilities(cells, strengths);
            double[][] inverse = Fit.inverse(cells, covered.length, correction.curvatures(), probabilities);
            return Vectors.sandwich(inverse, correction.gradientCovariance(probabilities, share, covered.length));
        }

        private RatingResult result(Newton.Result fit, double[][] errors, double[] before, double chosen) {
            List<Rating> ratings = new ArrayList<>();
            List<OptionalDouble> multipliers = new ArrayList<>();
            for (int i = 0; i < scores.contestants(); i++) {
                int k = Arrays.binarySearch(covered, i);
                ratings.add(
                        k < 0
                                ? new Rating(i, ContestantStatus.NO_DATA, OptionalDouble.empty(), -1)
                                : new Rating(i, ContestantStatus.OK, OptionalDouble.of(fit.parameters()[k]), 0));
                boolean known = k >= 0 && before[k] > 0 && errors[k][k] > 0;
                multipliers.add(known ? OptionalDouble.of(before[k] / errors[k][k]) : OptionalDouble.empty());
            }
            Diagnostics diagnostics = new Diagnostics(
                    FitStatus.CONVERGED,
                    fit.iterations(),
                    OptionalDouble.empty(),
                    OptionalDouble.of(fit.gradient()),
                    graph(cells, covered.length).connectivity());
            String meaning = "how many times as many matchups of people would give the same error without the judge";
            return RatingResult.of("bradley-terry", StrengthUnit.natural(), ratings, diagnostics)
                    .withUncertainty(Covariance.of("prediction-powered", scores.contestants(), covered, errors))
                    .withExtras(List.of(new Extra("ess_multiplier", meaning, multipliers)))
                    .withSettings(settings(chosen))
                    .withWarnings(warnings(chosen));
        }

        private Map<String, String> settings(double chosen) {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("ppi_strata", byPair ? "pair" : "none");
            settings.put("ppi_lambda", String.format(Locale.ROOT, "%.6f", chosen));
            settings.put("ppi_human_matchups", Long.toString(scores.humanMatchups()));
            settings.put("ppi_shared_matchups", Long.toString(scores.sharedMatchups()));
            settings.put("ppi_judge_only_matchups", Long.toString(scores.judgeMatchups()));
            return settings;
        }

        private List<RatingWarning> warnings(double chosen) {
            List<RatingWarning> warnings = new ArrayList<>();
            if (chosen == 0) {
                warnings.add(RatingWarning.of(WarningCode.PPI_NO_GAIN, RatingPhrase.PPI_NO_GAIN.say()));
            }
            long few = cells.stream().filter(cell -> cell.humans.n < FEW).count();
            if (byPair && few > 0) {
                warnings.add(RatingWarning.of(
                        WarningCode.PPI_FEW_MATCHUPS,
                        RatingPhrase.PPI_FEW_MATCHUPS.say("count", few, "of", cells.size(), "limit", FEW)));
            }
            int aside = scores.cells().size() - cells.size();
            if (aside > 0) {
                warnings.add(RatingWarning.of(
                        WarningCode.PPI_PAIRS_LEFT_OUT, RatingPhrase.PPI_PAIRS_LEFT_OUT.say("count", aside)));
            }
            return warnings;
        }
    }

    private static double[] diagonal(double[][] matrix) {
        double[] diagonal = new double[matrix.length];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = matrix[i][i];
        }
        return diagonal;
    }
}
