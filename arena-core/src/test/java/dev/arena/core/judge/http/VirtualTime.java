package dev.arena.core.judge.http;

import dev.arena.core.judge.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves only when somebody waits, and a waiter that waits in no time and remembers for how long. */
final class VirtualTime implements InstantSource, Waiter {
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private Instant now = START;
    private final List<Duration> waits = new ArrayList<>();

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void await(Duration duration) {
        if (!duration.isZero()) {
            waits.add(duration);
            now = now.plus(duration);
        }
    }

    /** Every wait so far that was longer than nothing. */
    synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    /** What went by since the start. */
    synchronized Duration passed() {
        return Duration.between(START, now);
    }
}
