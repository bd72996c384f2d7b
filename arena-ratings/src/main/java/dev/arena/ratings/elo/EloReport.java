package dev.arena.ratings.elo;

import dev.arena.ratings.Comparisons;
import dev.arena.ratings.Connectivity;
import dev.arena.ratings.ContestantStatus;
import dev.arena.ratings.Diagnostics;
import dev.arena.ratings.FitStatus;
import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.StrengthUnit;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.internal.BeatsGraph;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Turns final strengths into a result; knows which contestants the comparisons link. */
final class EloReport {
    private final String method;
    private final int contestants;
    private final int total;
    private final BeatsGraph met;

    EloReport(String method, Comparisons rows, int contestants, int total) {
        this.method = method;
        this.contestants = contestants;
        this.total = total;
        boolean[][] edges = new boolean[contestants][contestants];
        for (int r = 0; r < rows.size(); r++) {
            if (rows.count(r) > 0 && rows.weight(r) > 0) {
                edges[rows.first(r)][rows.second(r)] = true;
                edges[rows.second(r)][rows.first(r)] = true;
            }
        }
        met = BeatsGraph.of(edges);
    }

    boolean hasData(int contestant) {
        return met.group(contestant) >= 0;
    }

    RatingResult result(double[] theta) {
        Connectivity connectivity = met.connectivity();
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < contestants; i++) {
            ContestantStatus status = met.status(i);
            OptionalDouble strength = hasData(i) ? OptionalDouble.of(theta[i]) : OptionalDouble.empty();
            ratings.add(new Rating(i, status, strength, met.group(i)));
        }
        List<RatingWarning> warnings = new ArrayList<>();
        if (connectivity.components() == 0) {
            warnings.add(RatingWarning.of(WarningCode.NO_DATA, RatingPhrase.NOTHING_WEIGHS.say()));
        }
        if (connectivity.components() > 1) {
            warnings.add(RatingWarning.of(
                    WarningCode.DISCONNECTED, RatingPhrase.PARTS.say("count", connectivity.components())));
        }
        FitStatus status = connectivity.components() == 0 ? FitStatus.NO_DATA : FitStatus.ONE_PASS;
        Diagnostics diagnostics =
                new Diagnostics(status, total, OptionalDouble.empty(), OptionalDouble.empty(), connectivity);
        return RatingResult.of(method, StrengthUnit.natural(), ratings, diagnostics)
                .withWarnings(warnings);
    }
}
