package dev.arena.ratings.internal;

import dev.arena.ratings.Connectivity;
import dev.arena.ratings.Diagnostics;
import dev.arena.ratings.FitStatus;
import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.StrengthUnit;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Turns the numbers of a method into a result whose statuses, groups and warnings a graph decides. */
public final class GroupReport {
    private final String method;
    private final StrengthUnit unit;
    private final BeatsGraph graph;

    /**
     * A report.
     *
     * @param method name of the method
     * @param unit what its numbers mean
     * @param graph whose groups are the sets within which the numbers are comparable
     */
    public GroupReport(String method, StrengthUnit unit, BeatsGraph graph) {
        this.method = method;
        this.unit = unit;
        this.graph = graph;
    }

    /**
     * How the fit ended.
     *
     * @param status where there was anything to fit
     * @param iterations steps taken, or rows read
     * @param logLikelihood in nats, where the method has one
     * @param gradient largest absolute entry, where the method has one
     */
    public record Fit(FitStatus status, int iterations, OptionalDouble logLikelihood, OptionalDouble gradient) {
        /** The end of a method without a likelihood. */
        public static Fit of(FitStatus status, int iterations) {
            return new Fit(status, iterations, OptionalDouble.empty(), OptionalDouble.empty());
        }
    }

    /**
     * The result.
     *
     * @param strengths one a contestant, NaN where it has none; read only for contestants with data
     * @param fit how it ended
     */
    public RatingResult result(double[] strengths, Fit fit) {
        Connectivity connectivity = graph.connectivity();
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < strengths.length; i++) {
            boolean known = graph.group(i) >= 0 && !Double.isNaN(strengths[i]);
            OptionalDouble strength = known ? OptionalDouble.of(strengths[i]) : OptionalDouble.empty();
            ratings.add(new Rating(i, graph.status(i), strength, graph.group(i)));
        }
        FitStatus end = anyLinked() ? fit.status() : FitStatus.NO_DATA;
        Diagnostics diagnostics =
                new Diagnostics(end, fit.iterations(), fit.logLikelihood(), fit.gradient(), connectivity);
        return RatingResult.of(method, unit, ratings, diagnostics).withWarnings(warnings(end));
    }

    /** Whether some group has two contestants or more, so that there was something to fit. */
    private boolean anyLinked() {
        for (int group = 0; group < graph.connectivity().groups(); group++) {
            if (graph.groupSize(group) > 1) {
                return true;
            }
        }
        return false;
    }

    private List<RatingWarning> warnings(FitStatus end) {
        List<RatingWarning> warnings = new ArrayList<>();
        FitWarnings.structure(graph.connectivity()).ifPresent(warnings::add);
        if (end == FitStatus.NOT_CONVERGED) {
            warnings.add(RatingWarning.of(WarningCode.NOT_CONVERGED, RatingPhrase.NOT_SETTLED.say()));
        }
        return warnings;
    }
}
