package dev.arena.core.quality;

import dev.arena.core.model.Verdict;
import java.util.function.Predicate;

/** How often a voter is right where the answer is known. */
final class GoldCheck implements VoterCheck {
    static final String ID = "gold";

    private static final int LEAST = 5;
    private static final double SHARE = 0.7;

    private int answered;
    private int right;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void take(VoterVote vote) {
        Predicate<Verdict> gold = vote.mark().gold();
        if (gold != null) {
            answered++;
            right += gold.test(vote.verdict()) ? 1 : 0;
        }
    }

    @Override
    public Signal signal() {
        if (answered < LEAST) {
            return Signal.unknown(ID, SHARE, answered, QualityPhrase.FEW_GOLD.say("count", LEAST));
        }
        var interval = Wilson.of(right, answered);
        return Signal.found(
                        ID,
                        interval.upper() < SHARE,
                        new Signal.Measure((double) right / answered, SHARE),
                        answered,
                        QualityPhrase.GOLD.say("count", right, "of", answered))
                .between(interval.lower(), interval.upper());
    }
}
