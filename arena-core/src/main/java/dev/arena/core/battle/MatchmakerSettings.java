package dev.arena.core.battle;

/**
 * How the next battle of a voter is drawn.
 *
 * @param explore share of the battles that are drawn uniformly whatever is known, in (0, 1]: it keeps every matchup possible, which
 *     weights by 1/probability need
 * @param coverage battles that every contestant gets before anything else counts; 0 for none
 * @param newcomers whether contestants that came late are drawn first until they have caught up
 */
public record MatchmakerSettings(MatchmakerType type, double explore, int coverage, boolean newcomers) {
    /** Every matchup alike, whatever is known of it: no vote is read for it. */
    public static final MatchmakerSettings EVEN = of(MatchmakerType.UNIFORM, 0.1, 0);

    public MatchmakerSettings {
        if (!(explore > 0 && explore <= 1)) {
            throw new IllegalArgumentException("explore " + explore
                    + " is not allowed; use a number above 0 and at most 1: without exploring, some battles could never be"
                    + " drawn");
        }
        if (coverage < 0) {
            throw new IllegalArgumentException("coverage " + coverage + " is not allowed; use 0 or more battles");
        }
    }

    /** Where nothing is said of newcomers: they come first wherever draws depend on votes anyway. */
    public static MatchmakerSettings of(MatchmakerType type, double explore, int coverage) {
        MatchmakerSettings alike = new MatchmakerSettings(type, explore, coverage, false);
        return new MatchmakerSettings(type, explore, coverage, alike.needsVotes());
    }

    /** Whether draws depend on votes at all. */
    public boolean needsVotes() {
        return type != MatchmakerType.UNIFORM || coverage > 0 || newcomers;
    }
}
