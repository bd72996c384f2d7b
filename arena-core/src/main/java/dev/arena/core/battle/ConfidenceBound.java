package dev.arena.core.battle;

/**
 * How promising a battle of two is by K-Sort Arena: near strengths, and a bonus for pairs that rarely met.
 *
 * <p><b>Model.</b> U(i, q) = −|S_i − S_q| + α·√(ln n / n_iq) with S = μ − 3σ. The paper prints +|S_i − S_q|, which looks for the most
 * unequal battles and never settles an order (see the test of convergence).
 *
 * <p><b>Input.</b> S in any unit, with α in the same unit: α = 1 belongs to skills with performance deviation β = 25/6, and is
 * {@link #NATURAL_UNIT} for natural strengths, since σ(1.702·x) is nearly Φ(x) and Φ sees differences in units of √2·β.
 * <b>Output.</b> The unit of S; infinite for a pair that never met.
 *
 * <p><b>Source.</b> Li et al. 2024, K-Sort Arena, arXiv 2408.14468, equation 11, its first sign reversed.
 */
final class ConfidenceBound {
    /** One unit of a skill with β = 25/6, in natural units of strength. */
    static final double NATURAL_UNIT = 1.702 / (Math.sqrt(2) * 25 / 6);

    private ConfidenceBound() {}

    /** S = μ − 3σ. */
    static double cautious(double mean, double deviation) {
        return mean - 3 * deviation;
    }

    /**
     * The bound.
     *
     * @param gap S_i − S_q
     * @param alpha in the unit of the gap
     * @param total comparisons of all pairs
     * @param meetings of this pair
     */
    static double of(double gap, double alpha, long total, long meetings) {
        return -Math.abs(gap) + bonus(alpha, total, meetings);
    }

    /** What a pair gets for rarely having met. */
    static double bonus(double alpha, long total, long meetings) {
        return meetings == 0
                ? Double.POSITIVE_INFINITY
                : alpha * Math.sqrt(Math.log((double) Math.max(1, total)) / meetings);
    }
}
