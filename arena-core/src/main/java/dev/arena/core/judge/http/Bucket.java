package dev.arena.core.judge.http;

/**
 * Spreads units evenly over each minute: a reservation starts when everything reserved before it has been paid off. Over any minute
 * no more than the limit starts, and at most one reservation beyond it where reservations are of many units. Not thread-safe; time
 * is an argument, in nanoseconds.
 */
final class Bucket {
    private static final double MINUTE = 60e9;

    private final double each;
    private double free = Double.NEGATIVE_INFINITY;
    private double shift;

    /** At most so many units a minute. */
    Bucket(int perMinute) {
        this.each = MINUTE / perMinute;
    }

    /** When so many units may start; they are taken. */
    long reserve(long now, long units) {
        double start = Math.max((double) now, free);
        free = start + units * each;
        return (long) Math.ceil(start);
    }

    /** Takes further units that turned out to be used, or gives back (below 0) what was not. */
    void settle(long now, long units) {
        free = units > 0 ? Math.max((double) now, free) + units * each : free + units * each;
        shift += units * each;
    }

    /**
     * By how many nanoseconds settling has moved everything behind it so far: a reservation that has not started yet starts as much
     * later, or earlier, as this has grown since it was made.
     */
    double shift() {
        return shift;
    }
}
