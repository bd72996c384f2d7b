package dev.arena.core.leaderboard;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Win rates under the tie rules of a table. A win rate is never shown without the rule that made it.
 *
 * @param ties whether a tie counts as half a win or not at all
 * @param bothBad whether a both-bad counts as a tie or not at all
 */
public record WinShare(TieRule ties, BothBadRule bothBad) {
    /** The rules that a request has. */
    public static WinShare of(LeaderboardRequest request) {
        return new WinShare(request.fitting().ties(), request.fitting().bothBad());
    }

    /** Both-bad is a tie where it counts, and goes with the ties where these are dropped. */
    private boolean keepsBothBad() {
        return bothBad == BothBadRule.TIE && ties == TieRule.HALF;
    }

    /** The rule in words. */
    public String rule() {
        if (ties == TieRule.DROP) {
            return "wins, of wins + losses";
        }
        return keepsBothBad()
                ? "wins + ½ ties + ½ both bad, of wins + losses + ties + both bad"
                : "wins + ½ ties, of wins + losses + ties";
    }

    /** How many games count. */
    public long games(long wins, long losses, long tied, long bad) {
        return wins + losses + (ties == TieRule.HALF ? tied : 0) + (keepsBothBad() ? bad : 0);
    }

    /** The share of the games that count which was won; empty without such games. */
    public OptionalDouble value(long wins, long losses, long tied, long bad) {
        long games = games(wins, losses, tied, bad);
        double half = (ties == TieRule.HALF ? tied : 0) + (keepsBothBad() ? bad : 0);
        return games == 0 ? OptionalDouble.empty() : OptionalDouble.of((wins + half / 2) / games);
    }

    /** Of a row; null without games that count. */
    public @Nullable Double value(LeaderboardRow.Counts counts) {
        OptionalDouble value = value(counts.wins(), counts.losses(), counts.ties(), counts.bothBad());
        return value.isPresent() ? value.getAsDouble() : null;
    }

    static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
