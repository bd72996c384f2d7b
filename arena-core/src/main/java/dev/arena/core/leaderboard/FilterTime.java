package dev.arena.core.leaderboard;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** The times between which votes are wanted, as people write them. */
public final class FilterTime {
    /** What is allowed, in words. */
    public static final String ALLOWED =
            "a day (2026-11-22) or an instant (2026-11-22T08:00:00Z), in UTC, of the years 0001 to 9999";

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

    private FilterTime() {}

    /** Milliseconds since 1970 in UTC, a day standing for its beginning; empty where it is no time that is allowed. */
    public static OptionalLong parse(String text) {
        try {
            Instant time = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            return time.isBefore(FIRST) || time.isAfter(END)
                    ? OptionalLong.empty()
                    : OptionalLong.of(time.toEpochMilli());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }
}
