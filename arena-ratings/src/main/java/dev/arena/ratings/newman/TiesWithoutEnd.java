package dev.arena.ratings.newman;

import dev.arena.ratings.Connectivity;
import dev.arena.ratings.ContestantStatus;
import dev.arena.ratings.Diagnostics;
import dev.arena.ratings.FitStatus;
import dev.arena.ratings.GroupOrder;
import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.internal.BeatsGraph;
import dev.arena.ratings.internal.GroupReport;
import dev.arena.ratings.internal.PairTotals;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The result where the tie parameter grows without end: equal strengths in groups with ties only, none in groups with
 * wins, whose members then are groups of their own.
 */
final class TiesWithoutEnd {
    private final BeatsGraph graph;
    private final int contestants;
    private final boolean[] wins;

    TiesWithoutEnd(PairTotals pairs, BeatsGraph graph) {
        this.graph = graph;
        contestants = pairs.contestants();
        wins = new boolean[graph.connectivity().groups()];
        for (int p = 0; p < pairs.size(); p++) {
            int group = graph.group(pairs.low(p));
            boolean inside = group == graph.group(pairs.high(p));
            wins[group] |= inside && pairs.lowWins(p) + pairs.highWins(p) > 0;
        }
    }

    RatingResult result(GroupReport report) {
        GroupReport.Fit end = GroupReport.Fit.of(FitStatus.CONVERGED, 0);
        List<Rating> ratings = new ArrayList<>();
        int groups = graph.connectivity().groups();
        for (int i = 0; i < contestants; i++) {
            int group = graph.group(i);
            if (group >= 0 && wins[group]) {
                boolean linked = graph.status(i) == ContestantStatus.OK;
                ContestantStatus status = linked ? ContestantStatus.SEPARATED : graph.status(i);
                ratings.add(new Rating(i, status, OptionalDouble.empty(), groups++));
            } else {
                boolean alone = group < 0 || graph.groupSize(group) == 1;
                OptionalDouble equal = alone ? OptionalDouble.empty() : OptionalDouble.of(0);
                ratings.add(new Rating(i, graph.status(i), equal, group));
            }
        }
        RatingResult bare = report.result(new double[contestants], end);
        Connectivity all = graph.connectivity();
        boolean split = groups > all.groups();
        Connectivity connectivity = split ? new Connectivity(all.components(), GroupOrder.unknown(groups)) : all;
        Diagnostics diagnostics =
                new Diagnostics(end.status(), 0, OptionalDouble.empty(), OptionalDouble.empty(), connectivity);
        return RatingResult.of(bare.method(), bare.unit(), ratings, diagnostics)
                .withWarnings(bare.warnings())
                .withWarnings(
                        List.of(RatingWarning.of(WarningCode.TIE_PARAMETER, RatingPhrase.TIES_WITHOUT_END.say())));
    }
}
