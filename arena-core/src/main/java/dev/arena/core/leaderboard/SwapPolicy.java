package dev.arena.core.leaderboard;

import java.util.Locale;

/**
 * How the two orders of one matchup, judged by one judge, become evidence. A view: stored games are never merged. A matchup judged
 * in one order only stays as it is.
 */
public enum SwapPolicy {
    /** Two games. */
    RAW,
    /** One battle: a winner only where both orders agree, else a tie. */
    TIE,
    /** One battle: the winner of more games, else a tie. */
    SIGN,
    /** Two games of half the weight. */
    HALF,
    /** One battle where both orders say the same; conflicts are dropped and counted. */
    DROP;

    /** The word used on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
