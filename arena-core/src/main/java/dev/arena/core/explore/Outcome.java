package dev.arena.core.explore;

import dev.arena.core.leaderboard.Outcomes;
import dev.arena.core.model.Battle;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A verdict with positions removed.
 *
 * @param text a contestant's name, also where of many only the best was named; {@code tie}, {@code both_bad}, {@code a > b = c}, or the
 *     reason of an abstention
 * @param levels contestants, best first, equals together; empty for both bad and for an abstention
 * @param bestOnly whether only the best of three or more was named: nothing is known among the others, who are the second level
 */
record Outcome(Kind kind, String text, List<List<ContestantId>> levels, boolean bestOnly) {
    /** What kind of outcome it is. */
    enum Kind {
        /** Some are better than others. */
        DECIDED,
        TIE,
        BOTH_BAD,
        ABSTAINED
    }

    Outcome {
        levels = levels.stream().map(List::copyOf).toList();
    }

    /** The outcome of a verdict on a battle. */
    static Outcome of(Verdict verdict, Battle battle, Function<ContestantId, String> names) {
        List<ContestantId> seats =
                battle.seats().stream().map(seat -> seat.contestant()).toList();
        if (verdict instanceof Verdict.Abstention abstention) {
            return new Outcome(Kind.ABSTAINED, abstention.reason().word(), List.of(), false);
        }
        if (verdict instanceof Verdict.BothBad) {
            return new Outcome(Kind.BOTH_BAD, "both_bad", List.of(), false);
        }
        if (verdict instanceof Verdict.Preference soft) {
            int sign = Double.compare(soft.first(), 0.5);
            List<Integer> ranks = sign == 0 ? List.of(1, 1) : sign > 0 ? List.of(1, 2) : List.of(2, 1);
            return ranked(new Verdict.Ranking(ranks, null), seats, names);
        }
        return ranked((Verdict.Ranking) verdict, seats, names);
    }

    private static Outcome ranked(
            Verdict.Ranking ranking, List<ContestantId> seats, Function<ContestantId, String> names) {
        List<Integer> ranks = ranking.ranks();
        boolean bestOnly = Outcomes.bestOnly(ranking);
        TreeMap<Integer, TreeSet<ContestantId>> byRank = new TreeMap<>();
        for (int k = 0; k < seats.size(); k++) {
            int rank = ranks.get(k) == 0 && bestOnly ? 2 : ranks.get(k);
            if (rank > 0) {
                byRank.computeIfAbsent(rank, key -> new TreeSet<>()).add(seats.get(k));
            }
        }
        List<List<ContestantId>> levels = new ArrayList<>();
        byRank.values().forEach(level -> levels.add(List.copyOf(level)));
        if (levels.size() == 1) {
            return new Outcome(Kind.TIE, "tie", levels, false);
        }
        boolean oneName = bestOnly || seats.size() == 2;
        String text = oneName ? names.apply(levels.get(0).get(0)) : text(levels, names);
        return new Outcome(Kind.DECIDED, text, levels, bestOnly);
    }

    private static String text(List<List<ContestantId>> levels, Function<ContestantId, String> names) {
        List<String> words = new ArrayList<>();
        for (List<ContestantId> level : levels) {
            words.add(String.join(" = ", level.stream().map(names).sorted().toList()));
        }
        return String.join(" > ", words);
    }

    boolean abstained() {
        return kind == Kind.ABSTAINED;
    }

    /** Whether a contestant is the best, or among the best while others are worse. */
    boolean won(ContestantId contestant) {
        return kind == Kind.DECIDED && levels.get(0).contains(contestant);
    }

    /** Whether another contestant is better. */
    boolean lost(ContestantId contestant) {
        return kind == Kind.DECIDED
                && levels.subList(1, levels.size()).stream().anyMatch(level -> level.contains(contestant));
    }

    /**
     * How well a contestant did, in [0, 1]: the mean over the others that were ranked with it of 1 (better), ½ (equal) and 0; both bad is 0
     * for all. NaN where the outcome says nothing of it.
     */
    double score(ContestantId contestant) {
        if (kind == Kind.BOTH_BAD) {
            return 0;
        }
        if (bestOnly) {
            return won(contestant) ? 1 : lost(contestant) ? 0 : Double.NaN;
        }
        int above = 0;
        int equal = 0;
        int below = 0;
        boolean seen = false;
        for (List<ContestantId> level : levels) {
            if (level.contains(contestant)) {
                seen = true;
                equal = level.size() - 1;
            } else if (seen) {
                below += level.size();
            } else {
                above += level.size();
            }
        }
        int others = above + equal + below;
        return seen && others > 0 ? (below + equal / 2.0) / others : Double.NaN;
    }
}
