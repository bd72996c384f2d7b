package dev.arena.core.judge.http;

import dev.arena.core.config.Section;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How hard an endpoint may be used; changes no verdict.
 *
 * @param concurrency requests in flight at once, at most
 * @param rpm requests a minute, or null for no limit
 * @param tpm tokens a minute, or null for no limit
 * @param retries further attempts of one question
 * @param patience how long to wait for what
 */
record Limits(
        int concurrency, @Nullable Integer rpm, @Nullable Integer tpm, int retries, Patience patience) {
    private static final int MOST_THREADS = 1024;
    private static final int DEFAULT_THREADS = 4;
    private static final int MOST_RETRIES = 20;
    private static final int DEFAULT_RETRIES = 5;
    private static final double DEFAULT_ATTEMPT_S = 120;
    private static final double LEAST_ATTEMPT_S = 0.01;
    private static final double MOST_ATTEMPT_S = 3600;
    private static final double DEFAULT_QUESTION_S = 900;
    private static final double DEFAULT_SILENCE_S = 300;
    private static final double MOST_S = 604_800;
    private static final double MILLIS = 1000;

    /**
     * Longest waits.
     *
     * @param attempt from sending to the last byte of the reply
     * @param question over all attempts of one question and the pauses between them
     * @param silence how long an endpoint may give no answer at all before the run ends, to go on another time
     */
    record Patience(Duration attempt, Duration question, Duration silence) {}

    /** Reads the keys of a judge. */
    static Limits read(Section section) {
        int concurrency = (int) section.whole("concurrency", 1, MOST_THREADS, DEFAULT_THREADS);
        Integer rpm = section.has("rpm") ? (int) section.whole("rpm", 1, Integer.MAX_VALUE, 1) : null;
        Integer tpm = section.has("tpm") ? (int) section.whole("tpm", 1, Integer.MAX_VALUE, 1) : null;
        int retries = (int) section.whole("max_retries", 0, MOST_RETRIES, DEFAULT_RETRIES);
        Patience patience = new Patience(
                seconds(section, "timeout_s", LEAST_ATTEMPT_S, MOST_ATTEMPT_S, DEFAULT_ATTEMPT_S),
                seconds(section, "total_timeout_s", LEAST_ATTEMPT_S, MOST_S, DEFAULT_QUESTION_S),
                seconds(section, "give_up_after_s", 1, MOST_S, DEFAULT_SILENCE_S));
        return new Limits(concurrency, rpm, tpm, retries, patience);
    }

    private static Duration seconds(Section section, String key, double least, double most, double fallback) {
        return Duration.ofMillis((long) (section.findNumber(key, least, most).orElse(fallback) * MILLIS));
    }
}
