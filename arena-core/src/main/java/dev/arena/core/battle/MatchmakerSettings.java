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
    /** What holds where nothing is said. */
    public static final MatchmakerSettings DEFAULT = new MatchmakerSettings(MatchmakerType.UNIFORM, 0.1, 0, true);

    /** Every matchup alike, whatever is known of it: no vote is read for it. */
    public static final MatchmakerSettings EVEN = new MatchmakerSettings(MatchmakerType.UNIFORM, 0.1, 0, false);

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

    /** The usual settings of a type. */
    public static MatchmakerSettings of(MatchmakerType type) {
        return new MatchmakerSettings(type, DEFAULT.explore, DEFAULT.coverage, DEFAULT.newcomers);
    }

    /** Whether draws depend on votes at all. */
    public boolean needsVotes() {
        return type != MatchmakerType.UNIFORM || coverage > 0 || newcomers;
    }
}
