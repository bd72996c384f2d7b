package dev.arena.core.leaderboard;

import dev.arena.core.model.Verdict;
import java.util.OptionalDouble;

/**
 * Raw counts a contestant, before any folding: votes it took part in, and its wins, losses, ties and both-bads, counted pair by pair
 * (for two seats that is once a vote). A soft verdict counts as a win of the side with more than half.
 */
final class Tally {
    private static final Outcomes OUTCOMES = Outcomes.usual();

    private final long[] votes;
    private final long[] wins;
    private final long[] losses;
    private final long[] ties;
    private final long[] bothBad;
    private long total;

    private Tally(int contestants) {
        votes = new long[contestants];
        wins = new long[contestants];
        losses = new long[contestants];
        ties = new long[contestants];
        bothBad = new long[contestants];
    }

    static Tally of(VoteSet votes) {
        Tally tally = new Tally(votes.contestants().size());
        for (int vote = 0; vote < votes.size(); vote++) {
            tally.add(votes.seats(vote), votes.verdicts().get(votes.verdict(vote)), votes.count(vote));
        }
        return tally;
    }

    /** Nothing yet. */
    static Tally none(int contestants) {
        return new Tally(contestants);
    }

    /** Adds equal votes. */
    void add(int[] seats, Verdict verdict, long count) {
        if (!verdict.decides()) {
            return;
        }
        total += count;
        for (int seat : seats) {
            votes[seat] += count;
        }
        for (int i = 0; i < seats.length; i++) {
            for (int j = i + 1; j < seats.length; j++) {
                if (verdict instanceof Verdict.BothBad) {
                    bothBad[seats[i]] += count;
                    bothBad[seats[j]] += count;
                    continue;
                }
                OptionalDouble score = OUTCOMES.score(verdict, i, j);
                if (score.isPresent()) {
                    addScore(seats[i], seats[j], score.getAsDouble(), count);
                }
            }
        }
    }

    private void addScore(int first, int second, double score, long count) {
        if (score > 0.5) {
            wins[first] += count;
            losses[second] += count;
        } else if (score < 0.5) {
            losses[first] += count;
            wins[second] += count;
        } else {
            ties[first] += count;
            ties[second] += count;
        }
    }

    /** Votes in all. */
    long total() {
        return total;
    }

    LeaderboardRow.Counts counts(int contestant) {
        return new LeaderboardRow.Counts(
                votes[contestant], wins[contestant], losses[contestant], ties[contestant], bothBad[contestant]);
    }
}
