package dev.arena.core.leaderboard;

import dev.arena.core.model.Verdict;
import java.util.OptionalDouble;

/**
 * Raw counts of every two contestants that met, before any folding: a ranking counts for each of its pairs, a soft verdict as a win of
 * the side with more than half. Contestants are numbered as in the evidence beside it. Immutable once made.
 */
public final class PairCounts {
    private static final Outcomes OUTCOMES = Outcomes.usual();

    private final int size;
    private final long[] wins;
    private final long[] ties;
    private final long[] bothBad;
    private final long[] first;

    private PairCounts(int size) {
        this.size = size;
        wins = new long[size * size];
        ties = new long[size * size];
        bothBad = new long[size * size];
        first = new long[size * size];
    }

    static PairCounts of(VoteSet votes) {
        PairCounts counts = new PairCounts(votes.contestants().size());
        for (int vote = 0; vote < votes.size(); vote++) {
            Verdict verdict = votes.verdicts().get(votes.verdict(vote));
            if (verdict.decides()) {
                counts.add(votes.seats(vote), verdict, votes.count(vote), votes.orderKnown(vote));
            }
        }
        return counts;
    }

    private void add(int[] seats, Verdict verdict, long count, boolean orderKnown) {
        long shown = orderKnown ? count : 0;
        for (int i = 0; i < seats.length; i++) {
            for (int j = i + 1; j < seats.length; j++) {
                if (verdict instanceof Verdict.BothBad) {
                    addBoth(bothBad, seats[i], seats[j], count);
                    first[seats[i] * size + seats[j]] += shown;
                    continue;
                }
                OptionalDouble score = OUTCOMES.score(verdict, i, j);
                if (score.isPresent()) {
                    addScore(seats[i], seats[j], score.getAsDouble(), count);
                    first[seats[i] * size + seats[j]] += shown;
                }
            }
        }
    }

    private void addScore(int one, int other, double score, long count) {
        if (score == 0.5) {
            addBoth(ties, one, other, count);
        } else {
            wins[score > 0.5 ? one * size + other : other * size + one] += count;
        }
    }

    private void addBoth(long[] counts, int one, int other, long count) {
        counts[one * size + other] += count;
        counts[other * size + one] += count;
    }

    /** How often the one won against the other. */
    public long wins(int one, int other) {
        return wins[one * size + other];
    }

    /** How often they tied. */
    public long ties(int one, int other) {
        return ties[one * size + other];
    }

    /** How often both were called bad. */
    public long bothBad(int one, int other) {
        return bothBad[one * size + other];
    }

    /** How often the one was shown before the other, as far as the order is known. */
    public long first(int one, int other) {
        return first[one * size + other];
    }

    /** How often they met. */
    public long games(int one, int other) {
        return wins(one, other) + wins(other, one) + ties(one, other) + bothBad(one, other);
    }
}
