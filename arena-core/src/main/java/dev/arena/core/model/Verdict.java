package dev.arena.core.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a judge says, in positions and never in contestants. Four kinds: a ranking with ties (for two seats: first, second or
 * tie), both bad (a tie of another quality, kept apart), a preference share for two seats, and an abstention.
 */
public sealed interface Verdict {
    /** Whether this verdict says anything about the responses. */
    default boolean decides() {
        return !(this instanceof Abstention);
    }

    /** The first position is better. */
    static Verdict first() {
        return new Ranking(List.of(1, 2), null);
    }

    /** The second position is better. */
    static Verdict second() {
        return new Ranking(List.of(2, 1), null);
    }

    /** Both positions are equally good. */
    static Verdict tie() {
        return new Ranking(List.of(1, 1), null);
    }

    /** All positions are bad. */
    static Verdict bothBad() {
        return new BothBad();
    }

    /** No usable verdict, and why. */
    static Verdict abstain(AbstentionReason reason, @Nullable String detail) {
        return new Abstention(reason, detail);
    }

    /**
     * A ranking of the positions, with ties.
     *
     * @param ranks for each position its rank, 1 best, equal numbers tie (competition ranking: 1, 2, 2, 4); 0 = not ranked. At
     *     least two positions are ranked, or exactly one with rank 1 ("best of all the others", for K &gt; 2)
     * @param margin how clear it was, 1 (slightly) or 2 (much better); null where the judge was not asked
     */
    record Ranking(List<Integer> ranks, @Nullable Integer margin) implements Verdict {
        public Ranking {
            ranks = List.copyOf(ranks);
            requireCompetitionRanking(ranks);
            if (margin != null && margin != 1 && margin != 2) {
                throw new IllegalArgumentException("margin must be 1 or 2, found " + margin);
            }
        }

        /** The only position that is ranked best, counted from 0; empty where several are. */
        public OptionalInt onlyBest() {
            int first = ranks.indexOf(1);
            return first == ranks.lastIndexOf(1) ? OptionalInt.of(first) : OptionalInt.empty();
        }

        private static void requireCompetitionRanking(List<Integer> ranks) {
            if (ranks.size() < 2) {
                throw new IllegalArgumentException("a ranking needs at least two positions, found " + ranks);
            }
            List<Integer> given = new ArrayList<>(ranks);
            given.removeIf(rank -> rank == 0);
            Collections.sort(given);
            int minimum = ranks.size() == 2 ? 2 : 1;
            if (given.size() < minimum) {
                throw new IllegalArgumentException(
                        "a ranking of " + ranks.size() + " positions ranks too few: " + ranks);
            }
            for (int i = 0; i < given.size(); i++) {
                boolean tiesWithPrevious = i > 0 && given.get(i).equals(given.get(i - 1));
                if (!tiesWithPrevious && given.get(i) != i + 1) {
                    throw new IllegalArgumentException(
                            "ranks must be a competition ranking such as 1, 2, 2, 4 (0 = not ranked), found " + ranks);
                }
            }
        }
    }

    /** Every response is bad: a tie for the ratings unless told otherwise, and a quality signal of its own. */
    record BothBad() implements Verdict {}

    /**
     * A soft verdict on two seats.
     *
     * @param first the share of the win given to the first position, in [0, 1]
     */
    record Preference(double first) implements Verdict {
        public Preference {
            if (!(first >= 0 && first <= 1)) {
                throw new IllegalArgumentException("a preference must lie in [0, 1], found " + first);
            }
        }
    }

    /** No usable verdict. */
    record Abstention(AbstentionReason reason, @Nullable String detail) implements Verdict {}
}
