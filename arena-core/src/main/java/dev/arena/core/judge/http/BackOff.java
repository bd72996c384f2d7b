package dev.arena.core.judge.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before asking again: what the endpoint asks for, and never less than half a second, one, two, four … doubled up
 * to half a minute, each spread by a factor between 0.5 and 1.5 so that many callers do not come back together.
 */
final class BackOff {
    /** An endpoint that asks for a longer pause than this gets no further attempt. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final long FIRST_MS = 500;
    private static final long MOST_MS = 30_000;
    private static final int MOST_DOUBLINGS = 10;

    private final InstantSource clock;
    private final SplittableRandom random;

    BackOff(InstantSource clock, long seed) {
        this.clock = clock;
        this.random = new SplittableRandom(seed);
    }

    /**
     * The pause before a further attempt.
     *
     * @param made how many attempts were made, at least 1
     * @param retryAfter the header of that name: seconds or an HTTP date; null where it was not sent
     */
    Duration delay(int made, @Nullable String retryAfter) {
        long doubled = Math.min(MOST_MS, FIRST_MS << Math.min(made - 1, MOST_DOUBLINGS));
        Duration own = Duration.ofMillis((long) (doubled * (0.5 + draw())));
        return asked(retryAfter).filter(wish -> wish.compareTo(own) > 0).orElse(own);
    }

    /** Whether the endpoint asks for a pause that is too long to wait for. */
    boolean tooLong(@Nullable String retryAfter) {
        return asked(retryAfter).filter(wish -> wish.compareTo(LONGEST) > 0).isPresent();
    }

    private synchronized double draw() {
        return random.nextDouble();
    }

    private Optional<Duration> asked(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return Optional.empty();
        }
        String text = retryAfter.strip();
        try {
            return Optional.of(Duration.ofSeconds(Long.parseUnsignedLong(text)));
        } catch (NumberFormatException | ArithmeticException e) {
            return until(text);
        }
    }

    private Optional<Duration> until(String date) {
        try {
            ZonedDateTime then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), then.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
