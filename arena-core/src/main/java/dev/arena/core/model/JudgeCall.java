package dev.arena.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One question put to a judge that costs something, as it ended.
 *
 * @param battle null where it was a probe
 * @param start what was stored before it was sent; null for an answer taken from an earlier call with the same key, which was not
 *     sent, cost nothing and has no attempts
 * @param key SHA-256 of everything that went into it (template, texts, judge and its parameters, repeat)
 * @param outcome how it ended
 * @param costUsd null where the price is unknown
 * @param attempts how often it was sent, retries included
 * @param startedAt kept to the millisecond
 */
public record JudgeCall(
        RunId run,
        JudgeId judge,
        @Nullable BattleId battle,
        @Nullable CallStartId start,
        String key,
        Outcome outcome,
        Text text,
        Usage usage,
        @Nullable Double costUsd,
        int attempts,
        Instant startedAt,
        long durationMs) {
    public JudgeCall {
        startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether the answer was taken from an earlier call, so that nothing was sent. */
    public boolean cached() {
        return start == null;
    }

    /** The reply as it came, or null. */
    public @Nullable String reply() {
        return text.reply();
    }

    /** How a call ended; failed, refused and unparsed are kept apart. */
    public enum Outcome {
        OK,
        FAILED,
        REFUSED,
        UNPARSED
    }

    /**
     * What came.
     *
     * @param reply the last reply as it came, or null
     * @param firstReply the unreadable reply after which it was asked once more, or null
     * @param tokens the last reply's token alternatives as they are stored, or null
     * @param model what the endpoint says answered, or null
     * @param error what went wrong, or null
     */
    public record Text(
            @Nullable String reply,
            @Nullable String firstReply,
            @Nullable String tokens,
            @Nullable String model,
            @Nullable String error) {
        /** A reply of which nothing else is known. */
        public static Text of(@Nullable String reply) {
            return new Text(reply, null, null, null, null);
        }
    }

    /** Tokens as the endpoint reported them; null where it did not. */
    public record Usage(
            @Nullable Long promptTokens, @Nullable Long completionTokens) {
        public static final Usage UNKNOWN = new Usage(null, null);
    }
}
