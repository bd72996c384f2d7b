package dev.arena.web.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.OptionalDouble;

/** How fast work goes on, seen over its last ten seconds, and how long the rest takes at that speed. Used by one thread at a time. */
final class Rate {
    private static final long WINDOW_NS = 10_000_000_000L;
    private static final long APART_NS = 100_000_000L;
    private static final double SECOND_NS = 1e9;
    private static final long MINUTE_S = 60;
    private static final long HOUR_S = 3600;
    private static final double FAST = 10;

    /** How much was done at a moment. */
    private record Mark(long nanos, long done) {}

    private final Deque<Mark> marks = new ArrayDeque<>();

    /** Remembers how much is done now. */
    void seen(long nanos, long done) {
        Mark last = marks.peekLast();
        // Marks closer than this would only fill the memory; the first one stays, so that there is a beginning to count
        // from.
        if (last != null && marks.size() > 1 && nanos - last.nanos() < APART_NS) {
            marks.removeLast();
        }
        marks.addLast(new Mark(nanos, done));
        while (marks.size() > 2 && nanos - marks.peekFirst().nanos() > WINDOW_NS) {
            marks.removeFirst();
        }
    }

    /** Steps a second; empty before anything can be said. */
    OptionalDouble perSecond() {
        if (marks.size() < 2) {
            return OptionalDouble.empty();
        }
        Mark first = marks.peekFirst();
        Mark last = marks.peekLast();
        long nanos = last.nanos() - first.nanos();
        return nanos <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((last.done() - first.done()) * SECOND_NS / nanos);
    }

    /** Speed and time left in words, such as {@code 14.2/s, 2 min 40 s left}; empty before anything can be said. */
    String words(long left) {
        OptionalDouble speed = perSecond();
        if (speed.isEmpty() || speed.getAsDouble() <= 0) {
            return "";
        }
        double perSecond = speed.getAsDouble();
        String shown = String.format(Locale.ROOT, perSecond < FAST ? "%.1f/s" : "%.0f/s", perSecond);
        return left <= 0 ? shown : shown + ", " + time(Math.round(Math.ceil(left / perSecond))) + " left";
    }

    private static String time(long seconds) {
        if (seconds < MINUTE_S) {
            return seconds + " s";
        }
        return seconds < HOUR_S
                ? seconds / MINUTE_S + " min " + seconds % MINUTE_S + " s"
                : seconds / HOUR_S + " h " + seconds % HOUR_S / MINUTE_S + " min";
    }
}
