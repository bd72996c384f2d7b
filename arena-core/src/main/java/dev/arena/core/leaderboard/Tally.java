package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.VoteSet.Row;
import dev.arena.core.model.Verdict;
import java.util.List;

/**
 * Raw counts a contestant, before any folding: votes it took part in, and its wins, losses, ties and both-bads, counted pair by pair
 * (for two seats that is once a vote). A soft verdict counts as a win of the side with more than half.
 */
final class Tally {
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

    static Tally of(int contestants, List<Row> rows) {
        Tally tally = new Tally(contestants);
        for (Row row : rows) {
            tally.add(row);
        }
        return tally;
    }

    private void add(Row row) {
        if (!row.verdict().decides()) {
            return;
        }
        total += row.count();
        for (int seat : row.seats()) {
            votes[seat] += row.count();
        }
        for (int i = 0; i < row.seats().length; i++) {
            for (int j = i + 1; j < row.seats().length; j++) {
                addPair(row, i, j);
            }
        }
    }

    private void addPair(Row row, int i, int j) {
        int first = row.seats()[i];
        int second = row.seats()[j];
        if (row.verdict() instanceof Verdict.BothBad) {
            bothBad[first] += row.count();
            bothBad[second] += row.count();
        } else if (row.verdict() instanceof Verdict.Preference soft) {
            addScore(first, second, soft.first(), row.count());
        } else if (row.verdict() instanceof Verdict.Ranking ranking) {
            int rank = ranking.ranks().get(i);
            int other = ranking.ranks().get(j);
            if (rank != 0 && other != 0) {
                addScore(first, second, Outcomes.score(rank, other), row.count());
            } else if (Outcomes.bestOnly(ranking) && rank + other == 1) {
                addScore(first, second, rank == 1 ? 1 : 0, row.count());
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
