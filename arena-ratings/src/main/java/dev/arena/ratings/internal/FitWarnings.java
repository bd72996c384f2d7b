package dev.arena.ratings.internal;

import dev.arena.ratings.Connectivity;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Warnings about groups, counts, positions, ties and the end of a fit, in the words that every family uses. */
public final class FitWarnings {
    private static final int FEW_COMPARISONS = 20;

    private FitWarnings() {}

    /** No data, parts that nothing links, or groups that differ by no finite amount, where there are any. */
    public static Optional<RatingWarning> structure(Connectivity connectivity) {
        if (connectivity.components() == 0) {
            return Optional.of(RatingWarning.of(WarningCode.NO_DATA, RatingPhrase.NOTHING_WEIGHS.say()));
        }
        if (connectivity.components() > 1) {
            return Optional.of(RatingWarning.of(
                    WarningCode.DISCONNECTED, RatingPhrase.PARTS.say("count", connectivity.components())));
        }
        if (connectivity.groups() > 1) {
            return Optional.of(
                    RatingWarning.of(WarningCode.SEPARATED, RatingPhrase.GROUPS.say("count", connectivity.groups())));
        }
        return Optional.empty();
    }

    /** The warning about contestants with few comparisons, where there are any. */
    public static Optional<RatingWarning> fewComparisons(int contestants, IntToDoubleFunction comparisonsOf) {
        List<Integer> few = new ArrayList<>();
        for (int i = 0; i < contestants; i++) {
            double count = comparisonsOf.applyAsDouble(i);
            if (count > 0 && count < FEW_COMPARISONS) {
                few.add(i);
            }
        }
        if (few.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RatingWarning(
                WarningCode.FEW_COMPARISONS,
                RatingPhrase.FEW_COMPARISONS.say("count", few.size(), "limit", FEW_COMPARISONS),
                few));
    }

    /** The warning that every pair was shown in one order. */
    public static RatingWarning oneOrderOnly() {
        return RatingWarning.of(WarningCode.ONE_ORDER_ONLY, RatingPhrase.ONE_ORDER_ONLY.say());
    }

    /** The warnings about position effects without an estimate, by the labels of their judges. */
    public static List<RatingWarning> positions(List<String> runaway, List<String> aliased) {
        List<RatingWarning> warnings = new ArrayList<>();
        if (!runaway.isEmpty()) {
            warnings.add(RatingWarning.of(
                    WarningCode.POSITION_SEPARATED, RatingPhrase.POSITION_SEPARATED.say("judges", runaway)));
        }
        if (!aliased.isEmpty()) {
            warnings.add(RatingWarning.of(
                    WarningCode.POSITION_NOT_IDENTIFIED, RatingPhrase.POSITION_NOT_IDENTIFIED.say("judges", aliased)));
        }
        return warnings;
    }

    /** The warning that strengths are equal, since nothing but ties was seen. */
    public static RatingWarning onlyTies() {
        return RatingWarning.of(WarningCode.TIE_PARAMETER, RatingPhrase.ONLY_TIES.say());
    }

    /** The warning that the fit did not end at its maximum, where it did not. */
    public static Optional<RatingWarning> notConverged(Newton.Result optimum) {
        return optimum.end() == Newton.End.CONVERGED
                ? Optional.empty()
                : Optional.of(RatingWarning.of(
                        WarningCode.NOT_CONVERGED, RatingPhrase.STOPPED_AT.say("gradient", optimum.gradient())));
    }
}
