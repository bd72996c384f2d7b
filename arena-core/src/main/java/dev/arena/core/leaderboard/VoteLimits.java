package dev.arena.core.leaderboard;

/** How many votes a contestant needs before its rating is taken at its word. */
public final class VoteLimits {
    /** A contestant with fewer is listed as preliminary. */
    public static final long PRELIMINARY_BELOW = 300;

    /** With fewer, the interval itself is hardly to be trusted. */
    public static final long FEW_BELOW = 100;

    private VoteLimits() {}
}
