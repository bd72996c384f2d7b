package dev.arena.core.quality;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one check found about one voter.
 *
 * @param id of the check
 * @param value what was measured; null where nothing could be
 * @param lower bound of its 95 % interval; null where it has none
 * @param upper bound
 * @param threshold beyond which it is suspect
 * @param of how many votes it rests on
 * @param detail a sentence
 */
public record Signal(
        String id,
        State state,
        @Nullable Double value,
        @Nullable Double lower,
        @Nullable Double upper,
        double threshold,
        long of,
        String detail) {
    /** What a check says. */
    public enum State {
        /** Nothing to see. */
        OK,
        /** Beyond the threshold: somebody should look. */
        SUSPECT,
        /** Too little to go on, or the check failed: no reason to think worse of anybody. */
        UNKNOWN;

        /** The word used in files and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Signal unknown(String id, double threshold, long of, String detail) {
        return new Signal(id, State.UNKNOWN, null, null, null, threshold, of, detail);
    }

    /** A value and the threshold beyond which it is suspect. */
    record Measure(double value, double threshold) {}

    static Signal found(String id, boolean suspect, Measure measure, long of, String detail) {
        return new Signal(
                id, suspect ? State.SUSPECT : State.OK, measure.value(), null, null, measure.threshold(), of, detail);
    }

    /** The same with an interval. */
    Signal between(double low, double high) {
        return new Signal(id, state, value, low, high, threshold, of, detail);
    }
}
