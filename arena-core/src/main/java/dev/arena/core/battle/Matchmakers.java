package dev.arena.core.battle;

/** Matchmakers by their settings. */
public final class Matchmakers {
    private Matchmakers() {}

    /**
     * A matchmaker. Safe for use by many threads.
     *
     * @param state what votes have said; it is not asked where the settings need no votes
     */
    public static Matchmaker of(MatchmakerSettings settings, MatchmakerState state) {
        return settings.needsVotes() ? new AimedMatchmaker(settings, state) : new UniformMatchmaker();
    }
}
