package dev.arena.ratings.newman;

import dev.arena.ratings.Comparisons;
import dev.arena.ratings.Effect;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.FitStatus;
import dev.arena.ratings.NoUncertainty;
import dev.arena.ratings.RatingMethod;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.StrengthUnit;
import dev.arena.ratings.TieHandling;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.internal.BeatsGraph;
import dev.arena.ratings.internal.Crossings;
import dev.arena.ratings.internal.GroupReport;
import dev.arena.ratings.internal.PairTotals;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Newman's iteration for Bradley-Terry strengths with ties of their own probability.
 *
 * <p><b>Model.</b> With π = exp(θ) and D = π_i + π_j + 2v·√(π_i π_j): P(i over j) = π_i / D and P(tie) = 2v·√(π_i π_j) /
 * D. That is Davidson's model with ν = 2v; strengths and v are the maximum of its likelihood.
 *
 * <p><b>Input.</b> Comparisons with counts and weights; a score of exactly ½ is a tie, another soft score y is y of a win
 * and 1 − y of a loss. With ties left out the model is Bradley-Terry's. Rankings are read as their pairs.
 *
 * <p><b>Output.</b> θ in natural units with mean 0 in each group (geometric mean of π is 1; evalica leaves its π
 * unnormalised). The effect {@code tie} is ln ν; it has no estimate where no two tied. Intervals by the bootstrap.
 *
 * <p><b>Edge cases.</b> Finite strengths exist only inside groups whose contestants are linked both ways by points, as
 * for Bradley-Terry; a contestant that is alone in its group has none. Groups share one v. Where ties are so many that
 * no circle of comparisons holds more wins than ties, ν has no finite maximum: contestants of groups with ties only are
 * equal whatever ν is and keep the strength 0, in groups with wins nobody has a strength.
 *
 * <p><b>Cost.</b> One pass over the pairs that met for each sweep; 10 to 300 sweeps are usual.
 *
 * <p><b>Accuracy.</b> Stops when no θ and no relative change of v is above 1e-12; 100,000 sweeps without that are the
 * status not converged.
 *
 * <p><b>Source.</b> Newman 2023, JMLR 24(238), equations 24 and 25 in the form of evalica (Ustalov 2025, doi
 * 10.48550/arXiv.2412.11314); Davidson 1970, doi 10.1080/01621459.1970.10481082.
 */
public final class Newman implements RatingMethod {
    private static final RatingWarning NO_TIES =
            RatingWarning.of(WarningCode.TIE_PARAMETER, RatingPhrase.NO_TIE_TO_SHARE.say());

    private final TieHandling ties;

    private Newman(TieHandling ties) {
        this.ties = ties;
    }

    /** Ties with a probability of their own. */
    public static Newman withDefaults() {
        return new Newman(TieHandling.HALF);
    }

    /** Whether ties are left out; otherwise they are modelled. */
    public Newman withTies(TieHandling other) {
        return new Newman(other);
    }

    @Override
    public String name() {
        return "newman";
    }

    @Override
    public RatingResult rate(Evidence evidence) {
        Comparisons rows = evidence.comparisons();
        PairTotals pairs = PairTotals.of(rows, evidence.contestants(), ties);
        BeatsGraph graph = pairs.beats();
        NewmanFit fit = new NewmanFit(pairs, graph);
        GroupReport report = new GroupReport(name(), StrengthUnit.natural(), graph);
        RatingResult result;
        if (fit.ties() > 0 && !new TieBalance(pairs, graph).winsPrevail()) {
            result = new TiesWithoutEnd(pairs, graph).result(report).withEffects(tie(fit, OptionalDouble.empty()));
        } else {
            result = fitted(fit.run(), graph, report);
        }
        return Crossings.of(result, rows).withSettings(settings()).withUncertainty(NoUncertainty.ofMethod("newman"));
    }

    private RatingResult fitted(NewmanFit fit, BeatsGraph graph, GroupReport report) {
        double[] strengths = fit.theta();
        for (int i = 0; i < strengths.length; i++) {
            boolean alone = graph.group(i) < 0 || graph.groupSize(graph.group(i)) == 1;
            strengths[i] = alone ? Double.NaN : strengths[i];
        }
        double nu = 2 * fit.tieParameterHalf();
        OptionalDouble estimate = nu > 0 ? OptionalDouble.of(Math.log(nu)) : OptionalDouble.empty();
        GroupReport.Fit end = new GroupReport.Fit(
                fit.converged() ? FitStatus.CONVERGED : FitStatus.NOT_CONVERGED,
                fit.sweeps(),
                OptionalDouble.of(fit.logLikelihood()),
                OptionalDouble.of(fit.gradient()));
        RatingResult result = report.result(strengths, end).withEffects(tie(fit, estimate));
        boolean modelled = ties != TieHandling.DROP && fit.comparisons() > 0;
        return modelled && estimate.isEmpty() ? result.withWarnings(List.of(NO_TIES)) : result;
    }

    private List<Effect> tie(NewmanFit fit, OptionalDouble estimate) {
        double comparisons = fit.comparisons();
        return comparisons > 0 && ties != TieHandling.DROP
                ? List.of(new Effect(Effect.TIE, "all", estimate, OptionalDouble.empty(), comparisons))
                : List.of();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ties", ties == TieHandling.DROP ? "drop" : "model");
        settings.put("tolerance", Double.toString(NewmanFit.TOLERANCE));
        return settings;
    }
}
