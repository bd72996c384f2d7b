package dev.arena.ratings.agreement;

import java.util.OptionalDouble;

/**
 * Fleiss' kappa: agreement of m judges, not the same ones on every item.
 *
 * <p><b>Model.</b> n_ik judges put item i into category k. P_i = (Σ_k n_ik² − m)/(m(m − 1)) is the share of pairs of judges that agree,
 * p_k the share of all judgments in category k; kappa = (mean P_i − Σ p_k²)/(1 − Σ p_k²).
 *
 * <p><b>Edge cases.</b> Absent without items, and where all judgments are of one category.
 *
 * <p><b>Source.</b> Fleiss 1971, doi 10.1037/h0031619.
 */
public final class FleissKappa {
    private static final double ROUNDING = 1e-12;

    private FleissKappa() {}

    /**
     * The coefficient.
     *
     * @param counts a row an item, an entry a category; every row has the same sum of 2 or more
     * @throws IllegalArgumentException if rows differ in length or sum
     */
    public static OptionalDouble of(long[][] counts) {
        if (counts.length == 0) {
            return OptionalDouble.empty();
        }
        long judges = sum(counts[0]);
        double agreement = 0;
        double[] uses = new double[counts[0].length];
        for (long[] item : counts) {
            require(item, judges, uses.length);
            double squares = 0;
            for (int k = 0; k < uses.length; k++) {
                squares += (double) item[k] * item[k];
                uses[k] += item[k];
            }
            agreement += (squares - judges) / ((double) judges * (judges - 1));
        }
        double chance = 0;
        for (double use : uses) {
            double share = use / ((double) counts.length * judges);
            chance += share * share;
        }
        double observed = agreement / counts.length;
        return 1 - chance <= ROUNDING ? OptionalDouble.empty() : OptionalDouble.of((observed - chance) / (1 - chance));
    }

    private static void require(long[] item, long judges, int categories) {
        if (judges < 2 || item.length != categories || sum(item) != judges) {
            throw new IllegalArgumentException("every item needs the same number of judgments, 2 or more, over "
                    + categories + " categories; found " + sum(item) + " over " + item.length + " beside " + judges);
        }
    }

    private static long sum(long[] item) {
        long sum = 0;
        for (long count : item) {
            if (count < 0) {
                throw new IllegalArgumentException("count " + count + " is not allowed; use 0 or more");
            }
            sum += count;
        }
        return sum;
    }
}
