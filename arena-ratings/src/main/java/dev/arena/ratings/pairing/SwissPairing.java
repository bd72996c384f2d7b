package dev.arena.ratings.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Battles between neighbours of a standing who have not met as often.
 *
 * <p><b>Model.</b> The cost of a battle is the sum over its pairs of the meetings they had, and among equals of the squared distances of
 * their places in the standing. From the top, the first contestant that is free takes the cheapest others; then two contestants of
 * different battles change places as long as that lowers the sum of the costs. Where one contestant is left over, it rests: the one that
 * rested least, the lowest of these. Where more are left over, they are one smaller battle.
 *
 * <p><b>Cost.</b> About n²·k a sweep over all exchanges, a few sweeps.
 */
public final class SwissPairing {
    private final int[] standing;
    private final int[] place;
    private final int[][] meetings;
    private final long meetingCost;

    private SwissPairing(int[] standing, int[][] meetings) {
        this.standing = standing;
        this.meetings = meetings;
        place = new int[meetings.length];
        for (int i = 0; i < standing.length; i++) {
            place[standing[i]] = i;
        }
        // one meeting outweighs all distances together
        meetingCost = 1L + (long) standing.length * standing.length * standing.length;
    }

    /**
     * The battles of a round, each sorted; who is in none of them rests.
     *
     * @param standing contestants from the top
     * @param meetings how often two contestants have met, symmetric
     * @param rests how often a contestant has rested
     * @param size contestants in a battle, at least 2
     */
    public static List<int[]> blocks(int[] standing, int[][] meetings, int[] rests, int size) {
        int[] playing = standing.clone();
        if (standing.length > 1 && standing.length % size == 1) {
            int rest = standing.length - 1;
            for (int i = standing.length - 2; i >= 0; i--) {
                rest = rests[standing[i]] < rests[standing[rest]] ? i : rest;
            }
            int resting = standing[rest];
            playing = Arrays.stream(standing).filter(c -> c != resting).toArray();
        }
        SwissPairing pairing = new SwissPairing(playing, meetings);
        List<int[]> blocks = pairing.greedy(size);
        pairing.exchange(blocks);
        blocks.forEach(Arrays::sort);
        return blocks;
    }

    private List<int[]> greedy(int size) {
        List<int[]> blocks = new ArrayList<>();
        boolean[] taken = new boolean[meetings.length];
        int left = standing.length;
        for (int top : standing) {
            if (taken[top] || left < 2) {
                continue;
            }
            int[] block = new int[Math.min(size, left)];
            block[0] = top;
            taken[top] = true;
            for (int filled = 1; filled < block.length; filled++) {
                block[filled] = cheapest(Arrays.copyOf(block, filled), taken);
                taken[block[filled]] = true;
            }
            left -= block.length;
            blocks.add(block);
        }
        return blocks;
    }

    private int cheapest(int[] block, boolean[] taken) {
        int best = -1;
        long bestCost = Long.MAX_VALUE;
        for (int c : standing) {
            long cost = taken[c] ? Long.MAX_VALUE : cost(block, -1, c);
            if (cost < bestCost) {
                best = c;
                bestCost = cost;
            }
        }
        return best;
    }

    private void exchange(List<int[]> blocks) {
        boolean better = true;
        for (int sweep = 0; better && sweep < standing.length; sweep++) {
            better = false;
            for (int i = 0; i < blocks.size(); i++) {
                for (int j = i + 1; j < blocks.size(); j++) {
                    better |= exchange(blocks.get(i), blocks.get(j));
                }
            }
        }
    }

    private boolean exchange(int[] one, int[] other) {
        boolean better = false;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < other.length; j++) {
                long before = cost(one, i, one[i]) + cost(other, j, other[j]);
                long after = cost(one, i, other[j]) + cost(other, j, one[i]);
                if (after < before) {
                    int moved = one[i];
                    one[i] = other[j];
                    other[j] = moved;
                    better = true;
                }
            }
        }
        return better;
    }

    /** The cost of a contestant's pairs with the others of a block, one of its places left out. */
    private long cost(int[] block, int without, int contestant) {
        long cost = 0;
        for (int k = 0; k < block.length; k++) {
            if (k != without) {
                long distance = place[block[k]] - (long) place[contestant];
                cost += meetings[block[k]][contestant] * meetingCost + distance * distance;
            }
        }
        return cost;
    }
}
