package dev.arena.core.tournament;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** How fast each judge of a run goes on, seen over the last half minute. Safe for use by many threads. */
final class Speeds {
    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final double MS = 1000;

    private final Deque<Mark> marks = new ArrayDeque<>();

    private record Mark(Instant at, Map<Long, Long> done) {}

    /** Remembers how much is done now. */
    synchronized void seen(Instant now, RunIndex index) {
        Map<Long, Long> done = new HashMap<>();
        index.tallies().forEach((judge, tally) -> done.put(judge, tally.done()));
        marks.addLast(new Mark(now, done));
        forget(now);
    }

    private void forget(Instant now) {
        while (!marks.isEmpty() && marks.peekFirst().at().isBefore(now.minus(WINDOW))) {
            marks.removeFirst();
        }
    }

    /** Verdicts of a judge a second; empty where none came. */
    synchronized OptionalDouble perSecond(long judge, Instant now) {
        forget(now);
        if (marks.size() < 2) {
            return OptionalDouble.empty();
        }
        Mark first = marks.peekFirst();
        Mark last = marks.peekLast();
        long done = last.done().getOrDefault(judge, 0L) - first.done().getOrDefault(judge, 0L);
        long elapsed = Duration.between(first.at(), now).toMillis();
        return done <= 0 || elapsed <= 0 ? OptionalDouble.empty() : OptionalDouble.of(done * MS / elapsed);
    }
}
