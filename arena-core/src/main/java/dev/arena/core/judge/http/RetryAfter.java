package dev.arena.core.judge.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header of that name: seconds, or an HTTP date. */
final class RetryAfter {
    /** A year; whoever asks for more is not understood any better. */
    private static final long MOST_S = 31_536_000;

    private static final double MILLIS = 1000;

    private RetryAfter() {}

    /** The pause an endpoint asks for, 0 or more; null where it asks for none that can be understood. */
    static @Nullable Duration read(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        try {
            double seconds = Double.parseDouble(text);
            return seconds >= 0 ? Duration.ofMillis((long) Math.ceil(Math.min(seconds, MOST_S) * MILLIS)) : null;
        } catch (NumberFormatException e) {
            return until(text, now);
        }
    }

    private static Duration bounded(Duration wish) {
        if (wish.isNegative()) {
            return Duration.ZERO;
        }
        return wish.toSeconds() > MOST_S ? Duration.ofSeconds(MOST_S) : wish;
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            ZonedDateTime then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return bounded(Duration.between(now, then.toInstant()));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
