package dev.arena.core.quality;

import dev.arena.ratings.integrity.SideTests;

/**
 * How often a voter agrees with most others on the same matchup. Tastes differ; suspect is who agrees less often than a coin or a die
 * would.
 */
final class AgreementCheck implements VoterCheck {
    private static final double ALPHA = 0.001;
    private static final int LEAST = 10;
    private static final double SHARE = 0.5;

    private final MatchupTallies tallies;
    private int shared;
    private int same;
    private double chance;

    AgreementCheck(MatchupTallies tallies) {
        this.tallies = tallies;
    }

    @Override
    public String id() {
        return "agreement";
    }

    @Override
    public void take(VoterVote vote) {
        if (!vote.mark().isPlain()) {
            return;
        }
        MatchupTallies.Agreement found = tallies.agreement(vote);
        if (found.others() > 0 && 2 * found.same() != found.others()) {
            shared++;
            same += 2 * found.same() > found.others() ? 1 : 0;
            // of battles of different sizes the largest is agreed on by chance least often
            chance = chance == 0
                    ? 1.0 / vote.seats().size()
                    : Math.min(chance, 1.0 / vote.seats().size());
        }
    }

    @Override
    public Signal signal() {
        if (shared < LEAST) {
            return Signal.unknown(id(), SHARE, shared, QualityPhrase.FEW_SHARED.say("count", LEAST));
        }
        double p = SideTests.atLeast(shared - same, shared, 1 - chance);
        var interval = Wilson.of(same, shared);
        return Signal.found(
                        id(),
                        p < ALPHA,
                        new Signal.Measure((double) same / shared, chance),
                        shared,
                        QualityPhrase.AGREES.say("count", same, "of", shared, "chance", chance))
                .between(interval.lower(), interval.upper());
    }
}
