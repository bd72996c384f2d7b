package dev.arena.ratings.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Draws the contestants of a battle, and says how likely that draw was.
 *
 * <p><b>Model.</b> A pair is drawn by {@link PickLaw}. For more than two contestants it is completed step by step with the contestant
 * that adds the largest sum of gains with those already in, ties going to the one with fewer battles and then to the one first in a
 * given order. A battle of k is drawn with the sum of the probabilities of its pairs that are completed to it. What is excluded (battles
 * that took place already) cannot be drawn, and the probabilities are those given that.
 *
 * <p><b>Cost.</b> m² a draw for m contestants, and k²·m·k for each excluded battle of k.
 */
public final class BlockPicker {
    private final PickLaw law;
    private final int size;
    private final RandomGenerator random;

    /**
     * A picker.
     *
     * @param size contestants in a battle, where there are as many
     */
    public BlockPicker(PickLaw law, int size, RandomGenerator random) {
        this.law = law;
        this.size = size;
        this.random = random;
    }

    /**
     * What a draw looks at.
     *
     * @param gains by contestant and contestant, symmetric, 0 or more
     * @param flat whether gains only mark the pairs to choose from: those with the largest gain are then equally likely
     * @param preference by contestant: the smaller, the sooner it completes a battle among equal gains; all different
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Aims(double[][] gains, boolean flat, long[] preference) {}

    /**
     * A draw.
     *
     * @param contestants sorted
     * @param probability in (0, 1]
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Pick(int[] contestants, double probability) {}

    /**
     * Draws a battle.
     *
     * @param present who can take part, sorted
     * @param excluded sorted sets of contestants that must not be drawn
     * @return empty where nothing is left to draw
     */
    public Optional<Pick> draw(int[] present, List<int[]> excluded, Aims aims) {
        int m = present.length;
        if (m < 2) {
            return Optional.empty();
        }
        double[] gains = new double[m * (m - 1) / 2];
        for (int i = 0; i < m; i++) {
            for (int j = i + 1; j < m; j++) {
                gains[index(m, i, j)] = aims.gains()[present[i]][present[j]];
            }
        }
        for (int[] block : excluded) {
            for (int[] pair : pairsCompletedTo(block, present, aims)) {
                gains[index(m, pair[0], pair[1])] = -1;
            }
        }
        double[] p = aims.flat() ? flat(gains) : law.probabilities(gains);
        int drawn = PickLaw.draw(p, random);
        if (drawn < 0) {
            return Optional.empty();
        }
        int[] block = complete(pairAt(m, drawn), present, aims);
        double probability = 0;
        for (int[] pair : pairsCompletedTo(block, present, aims)) {
            probability += p[index(m, pair[0], pair[1])];
        }
        return Optional.of(new Pick(block, Math.min(1, probability)));
    }

    /** ε uniform over all, the rest uniform over those with the largest gain. */
    private double[] flat(double[] gains) {
        double largest = Arrays.stream(gains).max().orElse(-1);
        long best = Arrays.stream(gains).filter(gain -> gain == largest).count();
        long open = Arrays.stream(gains).filter(gain -> gain >= 0).count();
        double[] p = new double[gains.length];
        for (int k = 0; k < gains.length && open > 0; k++) {
            double aimed = gains[k] == largest ? (1 - law.epsilon()) / best : 0;
            p[k] = gains[k] >= 0 ? law.epsilon() / open + aimed : 0;
        }
        return p;
    }

    /** The pairs in a block, as places in {@code present}, that are completed to exactly this block. */
    private List<int[]> pairsCompletedTo(int[] block, int[] present, Aims aims) {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < block.length; i++) {
            for (int j = i + 1; j < block.length; j++) {
                int one = Arrays.binarySearch(present, block[i]);
                int other = Arrays.binarySearch(present, block[j]);
                if (one < 0 || other < 0) {
                    return List.of();
                }
                int[] pair = {one, other};
                if (Arrays.equals(block, complete(pair, present, aims))) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    private int[] complete(int[] pair, int[] present, Aims aims) {
        int target = Math.min(size, present.length);
        int[] block = new int[target];
        block[0] = present[pair[0]];
        block[1] = present[pair[1]];
        for (int filled = 2; filled < target; filled++) {
            block[filled] = best(Arrays.copyOf(block, filled), present, aims);
        }
        Arrays.sort(block);
        return block;
    }

    private static int best(int[] block, int[] present, Aims aims) {
        int best = -1;
        double bestSum = -1;
        for (int c : present) {
            double sum = 0;
            boolean inside = false;
            for (int member : block) {
                sum += aims.gains()[member][c];
                inside |= member == c;
            }
            boolean better =
                    best < 0 || sum > bestSum || (sum == bestSum && aims.preference()[c] < aims.preference()[best]);
            if (!inside && better) {
                best = c;
                bestSum = sum;
            }
        }
        return best;
    }

    private static int index(int m, int i, int j) {
        int low = Math.min(i, j);
        int high = Math.max(i, j);
        return low * (2 * m - low - 1) / 2 + high - low - 1;
    }

    private static int[] pairAt(int m, int index) {
        int low = 0;
        int left = index;
        while (left >= m - 1 - low) {
            left -= m - 1 - low;
            low++;
        }
        return new int[] {low, low + 1 + left};
    }
}
