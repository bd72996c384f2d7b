package dev.arena.core.leaderboard;

import java.util.Locale;

/** Which votes of a judge are left out because it judges its own. */
public enum LeaveOut {
    /** None. */
    NONE,
    /** Votes on battles in which it is a contestant itself. */
    SELF,
    /** Votes on battles in which it, or a contestant of its family, takes part. */
    FAMILY;

    /** The word used on the command line and in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
