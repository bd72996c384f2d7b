package dev.arena.ratings.winrate;

import dev.arena.ratings.FitStatus;
import dev.arena.ratings.NoUncertainty;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.StrengthUnit;
import dev.arena.ratings.TieHandling;
import dev.arena.ratings.internal.BeatsGraph;
import dev.arena.ratings.internal.GroupReport;
import java.util.Locale;
import java.util.Map;

/** What the counting methods have in common: one pass, comparable within each connected part, no interval. */
record CountReport(String method, StrengthUnit unit, TieHandling ties) {
    /** The result; {@code met} links all contestants that met. */
    RatingResult result(double[] values, BeatsGraph met, int rows) {
        return new GroupReport(method, unit, met)
                .result(values, GroupReport.Fit.of(FitStatus.ONE_PASS, rows))
                .withSettings(Map.of("ties", ties.name().toLowerCase(Locale.ROOT)))
                .withUncertainty(NoUncertainty.ofCounts());
    }
}
