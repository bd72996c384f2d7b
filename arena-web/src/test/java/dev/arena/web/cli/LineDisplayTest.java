package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.progress.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a log or a pipe is told, on a clock of the test's own. */
class LineDisplayTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong(17);
    private final StringWriter out = new StringWriter();
    private final LineDisplay display = new LineDisplay(new PrintWriter(out), clock::get);

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    @Test
    void advance_steadyWork_saysEveryFivePercentWithSpeedAndTimeLeft() {
        try (Progress progress = display.begin("judging", 200)) {
            progress.note("0 failed, 3 cached, 0.0100 of 5.0000 USD");
            for (int i = 0; i < 30; i++) {
                clock.addAndGet(SECOND / 2);
                progress.advance(1);
            }
        }
        assertThat(lines())
                .containsExactly(
                        "judging: 10 of 200 (5 %), 0 failed, 3 cached, 0.0100 of 5.0000 USD, 2.0/s, 1 min 35 s left",
                        "judging: 20 of 200 (10 %), 0 failed, 3 cached, 0.0100 of 5.0000 USD, 2.0/s, 1 min 30 s left",
                        "judging: 30 of 200 (15 %), 0 failed, 3 cached, 0.0100 of 5.0000 USD, 2.0/s, 1 min 25 s left");
    }

    @Test
    void advance_workThatSlowsDown_countsTheLastTenSeconds() {
        try (Progress progress = display.begin("judging", 100)) {
            for (int i = 0; i < 50; i++) {
                clock.addAndGet(SECOND / 10);
                progress.advance(1);
            }
            for (int i = 0; i < 10; i++) {
                clock.addAndGet(2 * SECOND);
                progress.advance(1);
            }
        }
        assertThat(lines()).last().isEqualTo("judging: 60 of 100 (60 %), 0.5/s, 1 min 20 s left");
    }

    @Test
    void advance_slowWork_isNeverSilentForLongerThanHalfAMinute() {
        try (Progress progress = display.begin("judging", 1000)) {
            for (int i = 0; i < 4; i++) {
                clock.addAndGet(20 * SECOND);
                progress.advance(1);
            }
        }
        assertThat(lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("judging: 2 of 1000 (0 %), 0.1/s, 5 h 32 min left");
    }

    @Test
    void advance_workOfLessThanASecond_saysNothing() {
        try (Progress progress = display.begin("judging", 100)) {
            clock.addAndGet(SECOND / 2);
            progress.advance(100);
        }
        assertThat(lines()).isEmpty();
    }
}
