package dev.arena.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One question put to a judge that costs something, as it ended.
 *
 * @param key SHA-256 of everything that went into it (template, texts, judge and its parameters, repeat)
 * @param outcome how it ended
 * @param reply the reply as it came, or null
 * @param error what went wrong, or null
 * @param costUsd null where the price is unknown
 * @param attempts how often it was sent, retries included
 * @param startedAt kept to the millisecond
 */
public record JudgeCall(
        RunId run,
        BattleId battle,
        JudgeId judge,
        String key,
        Outcome outcome,
        @Nullable String reply,
        @Nullable String error,
        Usage usage,
        @Nullable Double costUsd,
        int attempts,
        Instant startedAt,
        long durationMs) {
    public JudgeCall {
        startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** How a call ended; failed, refused and unparsed are kept apart. */
    public enum Outcome {
        OK,
        FAILED,
        REFUSED,
        UNPARSED
    }

    /** Tokens as the endpoint reported them; null where it did not. */
    public record Usage(
            @Nullable Long promptTokens, @Nullable Long completionTokens) {
        public static final Usage UNKNOWN = new Usage(null, null);
    }
}
