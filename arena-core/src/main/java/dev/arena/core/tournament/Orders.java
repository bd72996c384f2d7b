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

    /** The contestants of a matchup from the {@code first}-th on, and then those before it. */
    static int[] rotated(int[] contestants, int first) {
        int[] rotation = new int[contestants.length];
        for (int i = 0; i < rotation.length; i++) {
            rotation[i] = contestants[(first + i) % contestants.length];
        }
        return rotation;
    }

    /** An order that a seed draws. */
    static <T> List<T> shuffled(List<T> seats, long seed) {
        List<T> shuffled = new ArrayList<>(seats);
        Collections.shuffle(shuffled, new Random(seed));
        return List.copyOf(shuffled);
    }
}
