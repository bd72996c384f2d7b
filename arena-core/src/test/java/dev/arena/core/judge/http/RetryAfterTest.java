package dev.arena.core.judge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever servers send in that header. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "0 | PT0S",
                "17 | PT17S",
                "  5 | PT5S",
                "0.25 | PT0.25S",
                "Sun, 22 Nov 2026 10:00:40 GMT | PT40S",
                "Sun, 22 Nov 2026 09:00:00 GMT | PT0S",
                "99999999999999999999 | PT8760H",
                "Fri, 31 Dec 9999 23:59:59 GMT | PT8760H",
                "-3 | none",
                "NaN | none",
                "soon | none",
                "'' | none",
            })
    void read_header_isThePauseAskedFor(String header, @Nullable Duration expected) {
        assertThat(RetryAfter.read(header, NOW)).isEqualTo(expected);
    }

    @Test
    void read_noHeader_isNoPause() {
        assertThat(RetryAfter.read(null, NOW)).isNull();
    }
}
