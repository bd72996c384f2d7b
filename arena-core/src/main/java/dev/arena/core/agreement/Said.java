package dev.arena.core.agreement;

import dev.arena.core.leaderboard.RatedVote;
import dev.arena.core.model.Verdict;
import java.util.Optional;

/**
 * One verdict on an item, with positions taken out.
 *
 * @param judge who said it; different for judges that are not named
 * @param score 1 for the lower contestant of the item, 0 for the higher, ½ for a tie
 * @param lowFirst whether the lower contestant stood first
 * @param orderKnown whether it is known who stood first
 * @param count how many equal verdicts this stands for
 */
record Said(String judge, double score, boolean lowFirst, boolean orderKnown, long count) {
    static final double TIE = 0.5;

    /** A vote of two contestants; both bad is a tie, a soft verdict what it leans to. Empty for an abstention. */
    static Optional<Said> of(RatedVote vote, String judge) {
        boolean lowFirst = vote.models().get(0).compareTo(vote.models().get(1)) < 0;
        return first(vote.verdict())
                .map(first -> new Said(judge, lowFirst ? first : 1 - first, lowFirst, vote.orderKnown(), vote.count()));
    }

    /** The score of the first position: 1, ½ or 0. */
    private static Optional<Double> first(Verdict verdict) {
        if (verdict instanceof Verdict.Ranking ranking) {
            return Optional.of(
                    sign(Integer.compare(ranking.ranks().get(1), ranking.ranks().get(0))));
        }
        if (verdict instanceof Verdict.Preference preference) {
            return Optional.of(sign(Double.compare(preference.first(), TIE)));
        }
        return verdict instanceof Verdict.BothBad ? Optional.of(TIE) : Optional.empty();
    }

    private static double sign(int comparison) {
        return (1 + Integer.signum(comparison)) / 2.0;
    }

    boolean isTie() {
        return score == TIE;
    }

    /** 0 where the contestant won who stood first in {@code frame}, 1 for a tie, 2 where the other did. */
    int category(boolean frameLowFirst) {
        if (isTie()) {
            return 1;
        }
        return (score == 1) == frameLowFirst ? 0 : 2;
    }

    Said with(double other, long ofCount) {
        return new Said(judge, other, lowFirst, orderKnown, ofCount);
    }
}
