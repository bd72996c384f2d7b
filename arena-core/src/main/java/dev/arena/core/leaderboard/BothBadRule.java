package dev.arena.core.leaderboard;

import java.util.Locale;

/** What a both-bad verdict counts as; the board shows its share in either case. */
public enum BothBadRule {
    TIE,
    DROP;

    /** The word used on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
