package dev.arena.core.leaderboard;

import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The one place where a verdict becomes an outcome: what a tie, a both-bad or a soft verdict counts as is decided here and nowhere
 * else. An abstention has no outcome.
 *
 * @param ties what ties count as
 * @param bothBad what both-bad verdicts count as
 */
public record Outcomes(TieRule ties, BothBadRule bothBad) {
    /** A tie and a both-bad are half a win. */
    public static Outcomes usual() {
        return new Outcomes(TieRule.HALF, BothBadRule.TIE);
    }

    /**
     * Ranks by position, 1 best, equal tied, 0 not ranked.
     *
     * @return empty where the verdict is no evidence under these rules: an abstention, or a both-bad that is dropped, or a soft
     *     verdict, which has a share instead
     */
    public Optional<List<Integer>> ranks(Verdict verdict, int positions) {
        if (verdict instanceof Verdict.Ranking ranking) {
            return Optional.of(ranking.ranks());
        }
        if (verdict instanceof Verdict.BothBad && bothBad == BothBadRule.TIE) {
            return Optional.of(allEqual(positions));
        }
        return Optional.empty();
    }

    /** The score of the first of two in [0, 1], 0.5 for a tie; empty where the verdict is no evidence under these rules. */
    public Optional<Double> score(Verdict verdict) {
        if (verdict instanceof Verdict.Preference preference) {
            return keep(preference.first());
        }
        return ranks(verdict, 2).flatMap(ranks -> keep(score(ranks.get(0), ranks.get(1))));
    }

    /**
     * The score of one position against another, both from 0: rankings count as their pairs.
     *
     * @return 0.5 for a tie; empty where the verdict is no evidence on the two under these rules: among others where one of them is not
     *     ranked, unless only the best was named
     */
    public OptionalDouble score(Verdict verdict, int one, int other) {
        if (verdict instanceof Verdict.Preference preference) {
            return kept(one < other ? preference.first() : 1 - preference.first());
        }
        List<Integer> ranks = ranks(verdict, Math.max(one, other) + 1).orElse(List.of());
        if (ranks.isEmpty()) {
            return OptionalDouble.empty();
        }
        int mine = ranks.get(one);
        int theirs = ranks.get(other);
        if (mine != 0 && theirs != 0) {
            return kept(score(mine, theirs));
        }
        boolean best = mine + theirs == 1 && verdict instanceof Verdict.Ranking ranking && bestOnly(ranking);
        return best ? OptionalDouble.of(mine) : OptionalDouble.empty();
    }

    /** The score of one rank against another. */
    static double score(int rank, int otherRank) {
        if (rank == otherRank) {
            return 0.5;
        }
        return rank < otherRank ? 1 : 0;
    }

    /** Whether only the best was named: it beats every other, and nothing is known among the others. */
    public static boolean bestOnly(Verdict.Ranking ranking) {
        return ranking.ranks().stream().mapToInt(Integer::intValue).sum() == 1;
    }

    private Optional<Double> keep(double score) {
        return score == 0.5 && ties == TieRule.DROP ? Optional.empty() : Optional.of(score);
    }

    private OptionalDouble kept(double score) {
        return score == 0.5 && ties == TieRule.DROP ? OptionalDouble.empty() : OptionalDouble.of(score);
    }

    private static List<Integer> allEqual(int positions) {
        List<Integer> ranks = new ArrayList<>(positions);
        for (int i = 0; i < positions; i++) {
            ranks.add(1);
        }
        return ranks;
    }
}
