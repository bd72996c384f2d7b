package dev.arena.core.quality;

import dev.arena.core.model.Verdict;
import dev.arena.ratings.integrity.SideTests;

/** Whether a voter calls far more battles a tie, or all responses bad, than the others do. */
final class ShareCheck implements VoterCheck {
    private static final double ALPHA = 0.001;
    private static final double SHARE = 0.5;
    private static final int LEAST = 10;

    /** How often all voters say something. */
    interface Usual {
        /** The share among the votes of all, in (0, 1). */
        double share();
    }

    /** What is counted. */
    enum Kind {
        TIE("tie_share", QualityPhrase.TIES),
        BOTH_BAD("both_bad_share", QualityPhrase.BOTH_BAD);

        private final String id;
        private final QualityPhrase phrase;

        Kind(String id, QualityPhrase phrase) {
            this.id = id;
            this.phrase = phrase;
        }

        boolean holds(Verdict verdict) {
            return this == BOTH_BAD
                    ? verdict instanceof Verdict.BothBad
                    : verdict instanceof Verdict.Ranking ranking
                            && ranking.ranks().stream().distinct().count() == 1;
        }
    }

    private final Kind kind;
    private final Usual usual;
    private int votes;
    private int such;

    ShareCheck(Kind kind, Usual usual) {
        this.kind = kind;
        this.usual = usual;
    }

    @Override
    public String id() {
        return kind.id;
    }

    @Override
    public void take(VoterVote vote) {
        if (vote.mark().isPlain()) {
            votes++;
            such += kind.holds(vote.verdict()) ? 1 : 0;
        }
    }

    @Override
    public Signal signal() {
        if (votes < LEAST) {
            return Signal.unknown(id(), SHARE, votes, QualityPhrase.FEW_VOTES.say("count", LEAST));
        }
        double share = (double) such / votes;
        double p = SideTests.atLeast(such, votes, usual.share());
        var interval = Wilson.of(such, votes);
        return Signal.found(
                        id(),
                        p < ALPHA && share > SHARE,
                        new Signal.Measure(share, SHARE),
                        votes,
                        kind.phrase.say("count", such, "of", votes, "usual", usual.share()))
                .between(interval.lower(), interval.upper());
    }
}
