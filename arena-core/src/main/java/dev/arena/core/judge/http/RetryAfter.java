package dev.arena.core.judge.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header of that name: seconds, or an HTTP date. */
final class RetryAfter {
    private RetryAfter() {}

    /** The pause an endpoint asks for, 0 or more; null where it asks for none that can be understood. */
    static @Nullable Duration read(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        try {
            return Duration.ofSeconds(Long.parseUnsignedLong(text));
        } catch (NumberFormatException | ArithmeticException e) {
            return until(text, now);
        }
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            ZonedDateTime then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wish = Duration.between(now, then.toInstant());
            return wish.isNegative() ? Duration.ZERO : wish;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
