package dev.arena.core.study;

import dev.arena.core.store.StudyFigures;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How often a voter took how long, to three digits, sorted: a few hundred numbers however many votes there are. */
final class ReadingTimes {
    private static final int FIRST_SIZE = 8;

    private long[] times = new long[FIRST_SIZE];
    private long[] counts = new long[FIRST_SIZE];
    private int size;
    private long all;

    /**
     * Adds so many that took as long.
     *
     * @param count negative for what is taken back
     */
    void add(long ms, long count) {
        long time = StudyFigures.threeDigits(ms);
        int place = Arrays.binarySearch(times, 0, size, time);
        if (place < 0) {
            place = -place - 1;
            insert(place, time);
        }
        counts[place] += count;
        all += count;
    }

    private void insert(int place, long time) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        System.arraycopy(times, place, times, place + 1, size - place);
        System.arraycopy(counts, place, counts, place + 1, size - place);
        times[place] = time;
        counts[place] = 0;
        size++;
    }

    /** Half of them were no longer than this; of two in the middle the shorter. Null where there is none. */
    @Nullable
    Long median() {
        long before = 0;
        for (int i = 0; i < size; i++) {
            before += counts[i];
            if (2 * before >= all && before > 0) {
                return times[i];
            }
        }
        return null;
    }
}
