package dev.arena.ratings.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Few blocks of k contestants in which every two contestants meet at least once.
 *
 * <p><b>Model.</b> A (n, k, 2) covering. Where k of n can be chosen in no more than n ways, all of them. Otherwise greedy: a block
 * begins with the contestant that has most others still to meet, and takes the contestant that adds most new meetings until it is full;
 * blocks without which all still meet are taken out again. The smallest of several such designs is kept. With k = 2 it is
 * {@link RoundRobin}.
 *
 * <p><b>Output.</b> At least ⌈n/k · ⌈(n − 1)/(k − 1)⌉⌉ blocks (the bound of Schönheim 1964), usually at most half as many again. The same
 * chance gives the same design.
 *
 * <p><b>Cost.</b> About n³/k steps a try.
 *
 * <p><b>Source.</b> Gordon, Kuperberg and Patashnik 1995, New constructions for covering designs, doi 10.1002/jcd.3180030404.
 */
public final class CoveringDesign {
    private static final int TRIES = 8;
    private static final int MOST_FOR_TRIES = 64;

    private final int contestants;
    private final int size;
    private final RandomGenerator random;
    private final int[][] met;

    private CoveringDesign(int contestants, int size, RandomGenerator random) {
        this.contestants = contestants;
        this.size = size;
        this.random = random;
        met = new int[contestants][contestants];
    }

    /**
     * The blocks, each sorted; one block of all where {@code size} is {@code contestants} or more.
     *
     * @param contestants at least 2
     * @param size contestants in a block, at least 2
     * @param random what equally good choices are drawn from
     */
    public static int[][] of(int contestants, int size, RandomGenerator random) {
        if (contestants < 2 || size < 2) {
            throw new IllegalArgumentException(
                    "a covering design needs at least two contestants in all and in a block, found " + contestants
                            + " and " + size);
        }
        if (size == 2) {
            return RoundRobin.pairs(contestants);
        }
        if (size >= contestants - 1) {
            return leavingOutOne(contestants, size);
        }
        int tries = contestants <= MOST_FOR_TRIES ? TRIES : 1;
        List<int[]> best = new CoveringDesign(contestants, size, random).blocks();
        for (int i = 1; i < tries; i++) {
            List<int[]> other = new CoveringDesign(contestants, size, random).blocks();
            best = other.size() < best.size() ? other : best;
        }
        return best.toArray(new int[0][]);
    }

    private static int[][] leavingOutOne(int contestants, int size) {
        if (size >= contestants) {
            return new int[][] {all(contestants)};
        }
        int[][] blocks = new int[contestants][];
        for (int out = 0; out < contestants; out++) {
            int left = contestants - 1 - out;
            blocks[out] = Arrays.stream(all(contestants)).filter(c -> c != left).toArray();
        }
        return blocks;
    }

    private static int[] all(int contestants) {
        int[] all = new int[contestants];
        Arrays.setAll(all, i -> i);
        return all;
    }

    private List<int[]> blocks() {
        List<int[]> blocks = new ArrayList<>();
        int first = mostToMeet();
        while (toMeet(first) > 0) {
            int[] block = block(first);
            count(block, 1);
            blocks.add(block);
            first = mostToMeet();
        }
        return withoutSpare(blocks);
    }

    private int[] block(int first) {
        int[] block = new int[size];
        block[0] = first;
        for (int filled = 1; filled < size; filled++) {
            block[filled] = bestAddition(Arrays.copyOf(block, filled));
        }
        Arrays.sort(block);
        return block;
    }

    private int bestAddition(int[] block) {
        int best = -1;
        int bestNew = -1;
        int equals = 0;
        for (int c = 0; c < contestants; c++) {
            int added = newMeetings(block, c);
            if (added > bestNew) {
                best = c;
                bestNew = added;
                equals = 1;
            } else if (added == bestNew && random.nextInt(++equals) == 0) {
                best = c;
            }
        }
        return best;
    }

    /** How many of a block a contestant has not met; -1 where it is in it. */
    private int newMeetings(int[] block, int contestant) {
        int added = 0;
        for (int member : block) {
            if (member == contestant) {
                return -1;
            }
            added += met[member][contestant] == 0 ? 1 : 0;
        }
        return added;
    }

    private int mostToMeet() {
        int best = 0;
        int equals = 0;
        for (int c = 0; c < contestants; c++) {
            if (toMeet(c) > toMeet(best)) {
                best = c;
                equals = 1;
            } else if (toMeet(c) == toMeet(best) && random.nextInt(++equals) == 0) {
                best = c;
            }
        }
        return best;
    }

    private int toMeet(int contestant) {
        int left = -1;
        for (int times : met[contestant]) {
            left += times == 0 ? 1 : 0;
        }
        return left;
    }

    private void count(int[] block, int by) {
        for (int i = 0; i < block.length; i++) {
            for (int j = i + 1; j < block.length; j++) {
                met[block[i]][block[j]] += by;
                met[block[j]][block[i]] += by;
            }
        }
    }

    /** Takes out blocks whose every meeting takes place in another block too. */
    private List<int[]> withoutSpare(List<int[]> blocks) {
        List<int[]> kept = new ArrayList<>(blocks);
        kept.removeIf(block -> {
            count(block, -1);
            boolean spare = true;
            for (int i = 0; i < block.length; i++) {
                for (int j = i + 1; j < block.length; j++) {
                    spare &= met[block[i]][block[j]] > 0;
                }
            }
            if (!spare) {
                count(block, 1);
            }
            return spare;
        });
        kept.sort(Comparator.comparing(Arrays::toString));
        return kept;
    }
}
