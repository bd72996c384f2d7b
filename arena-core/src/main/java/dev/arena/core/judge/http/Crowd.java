package dev.arena.core.judge.http;

/**
 * How many requests may be in flight: half as many after each sign of overload, one more after each round of answers, never more
 * than asked for and never fewer than one (additive increase, multiplicative decrease). Not thread-safe; time is an argument, in
 * nanoseconds.
 */
final class Crowd {
    private final int most;
    private double limit;
    private int inFlight;
    private long shrunkAt = Long.MIN_VALUE;

    Crowd(int most) {
        this.most = most;
        this.limit = most;
    }

    /** How many may be in flight now. */
    int limit() {
        return (int) limit;
    }

    /** Takes a place; false where all are taken. */
    boolean enter() {
        if (inFlight >= limit()) {
            return false;
        }
        inFlight++;
        return true;
    }

    /** Gives a place back. */
    void leave() {
        inFlight--;
    }

    /** An answer came. */
    void grow() {
        limit = Math.min(most, limit + 1 / limit);
    }

    /** The endpoint was overloaded by a request sent at that time; those sent before the last decrease say nothing new. */
    void shrink(long sentAt, long now) {
        if (sentAt >= shrunkAt) {
            limit = Math.max(1, limit / 2);
            shrunkAt = now;
        }
    }
}
