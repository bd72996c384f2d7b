package dev.arena.core.leaderboard;

import java.util.Locale;

/** What a tie counts as in methods that have no tie parameter of their own. */
public enum TieRule {
    HALF,
    DROP;

    /** The word used on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
