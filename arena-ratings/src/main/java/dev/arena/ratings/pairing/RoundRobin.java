package dev.arena.ratings.pairing;

/**
 * All pairs of n contestants in an order of which every beginning is balanced.
 *
 * <p><b>Model.</b> The circle method: one contestant stands still, the others turn around it, and every turn is a round in which each
 * contestant meets one other (one rests where n is odd). In round r contestant r meets the one that stands still, and r + i meets r − i.
 *
 * <p><b>Output.</b> n(n − 1)/2 pairs. After any number of them no contestant has met more than two others more often than another one
 * has. Two rounds that follow each other are one Hamiltonian cycle, since their numbers differ by 1; so the first n − 1 pairs link all
 * contestants, and no fewer pairs can.
 *
 * <p><b>Source.</b> Kirkman 1847; the factorisation GK of complete graphs, e.g. Wallis 1997, One-Factorizations, doi
 * 10.1007/978-1-4757-2564-3.
 */
public final class RoundRobin {
    private RoundRobin() {}

    /** The pairs, each with the smaller number first; none for fewer than two contestants. */
    public static int[][] pairs(int contestants) {
        int places = contestants + contestants % 2;
        int turning = places - 1;
        int[][] pairs = new int[Math.max(0, contestants * (contestants - 1) / 2)][];
        int next = 0;
        for (int round = 0; round < turning && contestants > 1; round++) {
            for (int i = 0; i < places / 2; i++) {
                int one = i == 0 ? turning : (round + i) % turning;
                int other = (round - i + turning) % turning;
                if (Math.max(one, other) < contestants) {
                    pairs[next++] = new int[] {Math.min(one, other), Math.max(one, other)};
                }
            }
        }
        return pairs;
    }
}
