package dev.arena.core.leaderboard;

import java.util.Locale;

/** How the verdicts of several judges on one battle, shown in one order, become the verdict of a jury. A view: votes are never merged. */
public enum JuryRule {
    /** No jury: each judge has its own votes. */
    NONE,
    /** What most judges said; a tie, counted as inconclusive, where no verdict leads. */
    MAJORITY,
    /** The mean of the judges' scores; for more than two responses the ranking by mean rank. */
    MEAN,
    /** Judges weigh by how reliable their agreement with the others shows them to be; for two responses only. */
    WEIGHTED;

    /** The word used on the command line and in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
