package dev.arena.core.leaderboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets of contestants in the order shown, numbered in the order they are first seen: votes on one lineup share it. */
final class Lineups {
    private final LongCodes pairs = new LongCodes();
    private int[] lineupOfPair = new int[64];
    private final Map<Wide, Integer> wide = new HashMap<>();
    private final List<int[]> seats = new ArrayList<>();

    /** More than two contestants. */
    @SuppressWarnings("ArrayRecordComponent") // compared by content below
    private record Wide(int[] seats) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Wide that && Arrays.equals(seats, that.seats);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(seats);
        }
    }

    /** The lineups that are known now, under the same numbers. */
    Lineups frozen() {
        Lineups copy = new Lineups();
        seats.forEach(copy::lineup);
        return copy;
    }

    int size() {
        return seats.size();
    }

    /** The contestants of a lineup by code, in the order shown; not to be changed. */
    int[] seats(int lineup) {
        return seats.get(lineup);
    }

    /** The lineup of two contestants by code. */
    int pair(int first, int second) {
        int known = pairs.size();
        int pair = pairs.code(((long) first << 32) | second);
        if (pair < known) {
            return lineupOfPair[pair];
        }
        if (pair == lineupOfPair.length) {
            lineupOfPair = Arrays.copyOf(lineupOfPair, pair * 2);
        }
        lineupOfPair[pair] = seats.size();
        seats.add(new int[] {first, second});
        return lineupOfPair[pair];
    }

    /** The lineup of two or more contestants by code. */
    int lineup(int... shown) {
        if (shown.length == 2) {
            return pair(shown[0], shown[1]);
        }
        return wide.computeIfAbsent(new Wide(shown.clone()), key -> {
            seats.add(key.seats());
            return seats.size() - 1;
        });
    }
}
