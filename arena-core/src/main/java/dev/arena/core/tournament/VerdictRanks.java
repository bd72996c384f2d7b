package dev.arena.core.tournament;

import dev.arena.core.model.Verdict;
import java.util.Collections;
import java.util.List;

/** Verdicts as ranks by position. */
final class VerdictRanks {
    private VerdictRanks() {}

    /** Ranks by position; all equal for both bad; empty for an abstention. */
    static List<Integer> of(Verdict verdict, int seats) {
        if (verdict instanceof Verdict.Ranking ranking) {
            return ranking.ranks();
        }
        if (verdict instanceof Verdict.BothBad) {
            return Collections.nCopies(seats, 1);
        }
        if (verdict instanceof Verdict.Preference preference) {
            int sign = Double.compare(preference.first(), 0.5);
            return sign == 0 ? List.of(1, 1) : sign > 0 ? List.of(1, 2) : List.of(2, 1);
        }
        return List.of();
    }

    /** A verdict in a word or a few, for people. */
    static String word(Verdict verdict) {
        if (verdict instanceof Verdict.Abstention abstention) {
            return abstention.reason().word();
        }
        if (verdict instanceof Verdict.BothBad) {
            return "both_bad";
        }
        if (verdict instanceof Verdict.Preference preference) {
            return "preference " + preference.first();
        }
        List<Integer> ranks = of(verdict, 2);
        if (ranks.size() > 2) {
            return "ranks " + ranks;
        }
        int winner = winner(ranks);
        String margin = verdict instanceof Verdict.Ranking ranking && ranking.margin() != null
                ? ", margin " + ranking.margin()
                : "";
        return (winner < 0 ? "tie" : winner == 0 ? "first" : "second") + margin;
    }

    /** The position that is alone on rank 1, or -1. */
    static int winner(List<Integer> ranks) {
        boolean alone = Collections.frequency(ranks, 1) == 1;
        return alone ? ranks.indexOf(1) : -1;
    }
}
