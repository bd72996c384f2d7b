package dev.arena.ratings.internal;

import dev.arena.ratings.Comparisons;
import dev.arena.ratings.Evidence;
import java.util.Arrays;

/** Joins comparisons that are alike, for methods that do not depend on their order. */
public final class Aggregation {
    private Aggregation() {}

    /**
     * The same evidence with one row for all comparisons that agree in contestants, score, weight and judge and have
     * clusters of their own. Evidence with rankings comes back as it is.
     */
    public static Evidence of(Evidence evidence) {
        if (evidence.hasRankings()) {
            return evidence;
        }
        Comparisons rows = evidence.comparisons();
        Chain alike = new Chain();
        int[] sample = new int[rows.size()];
        double[] count = new double[rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            // a row with a cluster id keeps its own number, so that it joins no other
            long own = rows.cluster(r) == Evidence.OWN_CLUSTER ? 0 : r + 1L;
            int group = alike.number(
                    rows.first(r),
                    rows.second(r),
                    Double.doubleToLongBits(rows.score(r)),
                    Double.doubleToLongBits(rows.weight(r)),
                    rows.judge(r) + 1L,
                    own);
            sample[group] = r;
            count[group] += rows.count(r);
        }
        int groups = alike.size();
        return evidence.select(Arrays.copyOf(sample, groups), Arrays.copyOf(count, groups));
    }

    /** Numbers distinct tuples by numbering their prefixes one after another. */
    private static final class Chain {
        private LongIndex[] links = {};

        int number(long... parts) {
            if (links.length == 0) {
                links = new LongIndex[2 * parts.length];
                for (int k = 0; k < links.length; k++) {
                    links[k] = new LongIndex();
                }
            }
            int prefix = 0;
            for (int k = 0; k < parts.length; k++) {
                int part = links[2 * k].add(parts[k]);
                prefix = links[2 * k + 1].add(((long) prefix << 32) | part);
            }
            return prefix;
        }

        int size() {
            return links.length == 0 ? 0 : links[links.length - 1].size();
        }
    }
}
