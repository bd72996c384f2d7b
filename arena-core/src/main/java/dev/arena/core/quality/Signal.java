package dev.arena.core.quality;

import dev.arena.ratings.wording.Sentence;
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
 * @param found a sentence
 */
public record Signal(
        String id,
        State state,
        @Nullable Double value,
        @Nullable Double lower,
        @Nullable Double upper,
        double threshold,
        long of,
        Sentence found) {
    /** What was found, in English. */
    public String detail() {
        return found.message();
    }

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

    static Signal unknown(String id, double threshold, long of, Sentence found) {
        return new Signal(id, State.UNKNOWN, null, null, null, threshold, of, found);
    }

    /** A value and the threshold beyond which it is suspect. */
    record Measure(double value, double threshold) {}

    static Signal found(String id, boolean suspect, Measure measure, long of, Sentence found) {
        return new Signal(
                id, suspect ? State.SUSPECT : State.OK, measure.value(), null, null, measure.threshold(), of, found);
    }

    /** The same with an interval. */
    Signal between(double low, double high) {
        return new Signal(id, state, value, low, high, threshold, of, found);
    }
}
