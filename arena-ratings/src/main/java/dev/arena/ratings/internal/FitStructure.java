package dev.arena.ratings.internal;

import dev.arena.ratings.Connectivity;
import dev.arena.ratings.ContestantStatus;
import dev.arena.ratings.GroupOrder;
import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.Regularisation;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;

/**
 * What a likelihood fit says about the standing of each contestant, from the graph of all evidence and the graph of
 * what was left after nuisance parameters without a finite estimate took their part of it away.
 */
public final class FitStructure {
    private final BeatsGraph evidence;
    private final BeatsGraph rest;
    private final Regularisation regularisation;
    private final boolean regularised;
    private final boolean setAside;

    /**
     * The structure of a fit.
     *
     * @param evidence who scored against whom in all the evidence
     * @param rest who scored against whom in the evidence that was fitted
     * @param regularisation the penalty
     * @param setAside whether some nuisance parameter has no finite estimate
     */
    public FitStructure(BeatsGraph evidence, BeatsGraph rest, Regularisation regularisation, boolean setAside) {
        this.evidence = evidence;
        this.rest = rest;
        this.regularisation = regularisation;
        this.setAside = setAside;
        regularised = !(regularisation instanceof Regularisation.None);
    }

    /** Status of a contestant. */
    public ContestantStatus status(int contestant) {
        ContestantStatus found = evidence.status(contestant);
        if (found == ContestantStatus.NO_DATA) {
            return found;
        }
        if (regularised) {
            return ContestantStatus.REGULARISED;
        }
        boolean split = rest.status(contestant) != ContestantStatus.OK;
        return found == ContestantStatus.OK && split ? ContestantStatus.SEPARATED : found;
    }

    /** Group of a contestant within which strengths are comparable; -1 without data. */
    public int group(int contestant) {
        if (evidence.group(contestant) < 0) {
            return -1;
        }
        if (regularised) {
            return 0;
        }
        int group = rest.group(contestant);
        return group >= 0 ? group : rest.connectivity().groups() + withoutEdgesBefore(contestant);
    }

    /** A contestant that lost all its evidence to a nuisance parameter is a group of its own after the others. */
    private int withoutEdgesBefore(int contestant) {
        int count = 0;
        for (int i = 0; i < contestant; i++) {
            count += evidence.group(i) >= 0 && rest.group(i) < 0 ? 1 : 0;
        }
        return count;
    }

    /**
     * The rating of every contestant: its parameter less, under a penalty, the mean of all of them.
     *
     * @param parameters strengths first
     * @param strengths how many of them there are
     * @param parameterOf the parameter of a contestant's strength, below 0 where it has none
     */
    public List<Rating> ratings(double[] parameters, int strengths, IntUnaryOperator parameterOf) {
        double mean = 0;
        for (int k = 0; k < strengths; k++) {
            mean += regularised ? parameters[k] / strengths : 0;
        }
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            int k = parameterOf.applyAsInt(i);
            OptionalDouble strength = k < 0 ? OptionalDouble.empty() : OptionalDouble.of(parameters[k] - mean);
            ratings.add(new Rating(i, status(i), strength, group(i)));
        }
        return ratings;
    }

    /** Whether groups are ordered by the wins between them. */
    public boolean hasOrder() {
        return !regularised && !setAside;
    }

    /** Components and groups. */
    public Connectivity connectivity() {
        Connectivity all = evidence.connectivity();
        if (regularised) {
            return new Connectivity(all.components(), GroupOrder.unknown(Math.min(1, all.groups())));
        }
        if (!setAside) {
            return rest.connectivity();
        }
        // what was set aside is explained by the nuisance, so that wins between groups no longer order them
        int largest = -1;
        for (int i = 0; i < evidence.size(); i++) {
            largest = Math.max(largest, group(i));
        }
        return new Connectivity(all.components(), GroupOrder.unknown(largest + 1));
    }

    /** No data, parts that nothing links, groups that nothing separates by a finite amount, a regulariser. */
    public List<RatingWarning> warnings() {
        List<RatingWarning> warnings = new ArrayList<>();
        Connectivity all = evidence.connectivity();
        FitWarnings.structure(all).ifPresent(warnings::add);
        if (regularised && all.components() > 0) {
            warnings.add(RatingWarning.of(
                    WarningCode.REGULARISED, RatingPhrase.STRENGTHS_REGULARISED.say("how", regularisation.label())));
        }
        return warnings;
    }
}
