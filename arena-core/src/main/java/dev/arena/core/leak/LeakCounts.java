package dev.arena.core.leak;

/**
 * How many of the current responses tell who wrote them, by what is done about it.
 *
 * @param unchecked responses that could not be looked through; they are not drawn
 * @param waiting responses that were not looked through yet
 */
public record LeakCounts(int masked, int replaced, int flagged, int unchecked, int waiting) {
    /** Where nobody looks. */
    static final LeakCounts NONE = new LeakCounts(0, 0, 0, 0, 0);

    /** The counts of two places together. */
    public LeakCounts plus(LeakCounts other) {
        return new LeakCounts(
                masked + other.masked,
                replaced + other.replaced,
                flagged + other.flagged,
                unchecked + other.unchecked,
                waiting + other.waiting);
    }
}
