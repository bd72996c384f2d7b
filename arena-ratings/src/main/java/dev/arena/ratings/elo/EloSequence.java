package dev.arena.ratings.elo;

import dev.arena.ratings.Comparisons;
import java.util.random.RandomGenerator;

/** The rows as a sequence in which a row with count c stands c times. */
final class EloSequence {
    private EloSequence() {}

    static int[] expanded(Comparisons rows) {
        int total = 0;
        for (int r = 0; r < rows.size(); r++) {
            total += (int) rows.count(r);
        }
        int[] sequence = new int[total];
        int next = 0;
        for (int r = 0; r < rows.size(); r++) {
            for (int copy = 0; copy < (int) rows.count(r); copy++) {
                sequence[next++] = r;
            }
        }
        return sequence;
    }

    /** A shuffled copy (Fisher and Yates). */
    static int[] shuffled(int[] sequence, RandomGenerator random) {
        int[] copy = sequence.clone();
        for (int last = copy.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = copy[last];
            copy[last] = copy[other];
            copy[other] = kept;
        }
        return copy;
    }
}
