package dev.arena.core.battle;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedSet;
import java.util.random.RandomGenerator;

/**
 * How the matchups of one prompt are drawn by aims, and how likely each of them is, exactly.
 *
 * <p><b>Model.</b> A first contestant is drawn, then the others one after another, each with a probability in proportion to its weight
 * beside the first one among those that are left (successive sampling); byte-identical responses never meet. A set is as likely as all
 * ways to draw it together: P(set) = Σ_first P(first)·f(set without it), where f sums over the orders of the others by subsets, f(S) =
 * Σ_{i ∈ S} f(S∖i)·w_i / (weights left). The weights left are summed, never subtracted, so tiny probabilities stay exact.
 *
 * <p>For pairs, those that the voter saw have weight 0. For more than two, sets that were seen are drawn again, which divides by 1 −
 * P(seen); where that is less than a half, or too many were seen, this law {@link #isSpent} and the caller draws uniformly.
 *
 * <p><b>Cost.</b> m² for m responses, less where nothing is seen; 2^K·K² a set.
 */
final class PromptLaw {
    private static final double MOST_SEEN = 0.5;
    private static final int MOST_SETS = 512;

    private final MatchupSpace space;
    private final PairAims aims;
    private final int k;
    private final SortedSet<Long> seen;
    private final int[] contestants;
    private final int[] groups;
    /** Whether everybody is there, and all responses differ. */
    private final boolean whole;

    private final BitSet seenPairs;
    private final double[] first;
    private final double firstSum;
    private final double seenProbability;

    /**
     * The law of a prompt.
     *
     * @param contestants of the responses of the space in their order, by number in the standing
     * @param seen numbers of the matchups that cannot be drawn
     * @param targets by contestant whether it may be first; empty for no restriction
     */
    PromptLaw(MatchupSpace space, int[] contestants, SortedSet<Long> seen, PairAims aims, BitSet targets) {
        this.space = space;
        this.aims = aims;
        this.k = space.k();
        this.seen = seen;
        this.contestants = contestants;
        groups = space.groupOfPlace();
        whole = space.isWithoutIdentical()
                && contestants.length == aims.standing().contestants().size();
        seenPairs = k == 2 ? seenPairs() : new BitSet();
        first = targets.isEmpty() ? firstByAims() : firstAmong(targets);
        firstSum = Arrays.stream(first).sum();
        seenProbability = k == 2 || firstSum == 0 ? 0 : seenProbability();
    }

    private BitSet seenPairs() {
        BitSet pairs = new BitSet();
        for (long number : seen) {
            int[] places = space.places(number);
            pairs.set(places[0] * contestants.length + places[1]);
            pairs.set(places[1] * contestants.length + places[0]);
        }
        return pairs;
    }

    private double[] firstAmong(BitSet targets) {
        double[] weights = new double[contestants.length];
        for (int place = 0; place < weights.length; place++) {
            weights[place] = targets.get(contestants[place]) && sum(place) > 0 ? 1 : 0;
        }
        return weights;
    }

    private double[] firstByAims() {
        double[] weights = new double[contestants.length];
        long fewest = Long.MAX_VALUE;
        for (int place = 0; place < weights.length; place++) {
            weights[place] = sum(place);
            if (aims.leastFirst() && weights[place] > 0) {
                fewest = Math.min(fewest, battles(place));
            }
        }
        for (int place = 0; aims.leastFirst() && place < weights.length; place++) {
            weights[place] = weights[place] > 0 && battles(place) == fewest ? 1 : 0;
        }
        return weights;
    }

    private long battles(int place) {
        return aims.standing().battles(contestants[place]);
    }

    /** The weights of all that can stand beside a first one together. */
    private double sum(int place) {
        int row = place * contestants.length;
        int seenWith = seenPairs.nextSetBit(row);
        if (whole && (seenWith < 0 || seenWith >= row + contestants.length)) {
            return aims.sum(contestants[place]);
        }
        double[] weights = aims.weights(contestants[place]);
        double sum = 0;
        for (int other = 0; other < contestants.length; other++) {
            sum += mayMeet(place, other) ? weights[contestants[other]] : 0;
        }
        return sum;
    }

    private boolean mayMeet(int place, int other) {
        return groups[place] != groups[other] && !seenPairs.get(place * contestants.length + other);
    }

    private double seenProbability() {
        if (seen.size() > MOST_SETS) {
            return 1;
        }
        double sum = 0;
        for (long number : seen) {
            sum += probabilityOfSet(space.places(number));
        }
        return sum;
    }

    /** Whether nothing, or nearly nothing, is left to draw by aims. */
    boolean isSpent() {
        return firstSum == 0 || seenProbability > MOST_SEEN;
    }

    /** Draws the number of a matchup that was not seen; only where this is not spent. */
    long draw(RandomGenerator chance) {
        while (true) {
            int[] places = new int[k];
            double[] weights = first.clone();
            places[0] = draw(weights, chance);
            double[] beside = aims.weights(contestants[places[0]]);
            for (int other = 0; other < weights.length; other++) {
                weights[other] = mayMeet(places[0], other) ? beside[contestants[other]] : 0;
            }
            for (int filled = 1; filled < k; filled++) {
                places[filled] = draw(weights, chance);
                for (int other = 0; other < weights.length; other++) {
                    weights[other] = groups[other] == groups[places[filled]] ? 0 : weights[other];
                }
            }
            Arrays.sort(places);
            long number = space.number(places);
            if (k == 2 || !seen.contains(number)) {
                return number;
            }
        }
    }

    private static int draw(double[] weights, RandomGenerator chance) {
        double left = chance.nextDouble() * Arrays.stream(weights).sum();
        int last = -1;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    /** The probability of a matchup that was not seen; only where this is not spent. */
    double probability(long number) {
        return probabilityOfSet(space.places(number)) / (1 - seenProbability);
    }

    private double probabilityOfSet(int[] places) {
        double probability = 0;
        for (int pivot = 0; pivot < k; pivot++) {
            if (first[places[pivot]] > 0) {
                probability += first[places[pivot]] / firstSum * beside(places, pivot);
            }
        }
        return probability;
    }

    /** The probability that the others of a set are drawn beside one of it, in any order. */
    private double beside(int[] places, int pivot) {
        int self = places[pivot];
        double[] weights = aims.weights(contestants[self]);
        if (k == 2) {
            int other = places[1 - pivot];
            return mayMeet(self, other) ? weights[contestants[other]] / sum(self) : 0;
        }
        int[] others = new int[k - 1];
        for (int i = 0, filled = 0; i < k; i++) {
            if (i != pivot) {
                others[filled++] = places[i];
            }
        }
        int[] memberOfGroup = new int[space.groupCount()];
        for (int i = 0; i < others.length; i++) {
            memberOfGroup[groups[others[i]]] = i + 1;
        }
        double[] ofGroup = new double[k];
        for (int place = 0; place < contestants.length; place++) {
            if (groups[place] != groups[self]) {
                ofGroup[memberOfGroup[groups[place]]] += weights[contestants[place]];
            }
        }
        return successive(others, weights, ofGroup);
    }

    /**
     * The probability of drawing some, in any order.
     *
     * @param ofGroup first the weights of all others together, then those of each one's group
     */
    private double successive(int[] others, double[] weights, double[] ofGroup) {
        int all = (1 << others.length) - 1;
        double[] ways = new double[all + 1];
        ways[0] = 1;
        for (int taken = 0; taken < all; taken++) {
            double left = ofGroup[0];
            for (int i = 0; i < others.length; i++) {
                left += (taken >> i & 1) == 0 ? ofGroup[i + 1] : 0;
            }
            for (int i = 0; i < others.length; i++) {
                if ((taken >> i & 1) == 0) {
                    ways[taken | 1 << i] += ways[taken] * weights[contestants[others[i]]] / left;
                }
            }
        }
        return ways[all];
    }
}
