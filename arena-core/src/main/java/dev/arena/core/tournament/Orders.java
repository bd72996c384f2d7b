package dev.arena.core.tournament;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** In which orders a matchup is shown. */
enum Orders {
    /** In as many orders as it has seats, each seat once in each position: both orders of two. */
    BOTH,
    /** In one order, drawn from the seed. */
    RANDOM,
    /** In the order of the schedule. */
    FIXED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The orders of one matchup.
     *
     * @param seed drawn from for {@link #RANDOM} only
     */
    <T> List<List<T>> of(List<T> seats, long seed) {
        if (this == FIXED) {
            return List.of(seats);
        }
        if (this == RANDOM) {
            List<T> shuffled = new ArrayList<>(seats);
            Collections.shuffle(shuffled, new Random(seed));
            return List.of(List.copyOf(shuffled));
        }
        List<List<T>> rotations = new ArrayList<>();
        for (int start = 0; start < seats.size(); start++) {
            List<T> rotation = new ArrayList<>(seats);
            Collections.rotate(rotation, -start);
            rotations.add(List.copyOf(rotation));
        }
        return rotations;
    }
}
