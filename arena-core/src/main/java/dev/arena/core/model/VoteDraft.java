package dev.arena.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A vote before it is stored.
 *
 * @param idempotencyKey unique per judge: the same key and body again is the same vote
 * @param bodyHash tells a repeated request from a reused key
 * @param count how many equal verdicts this row stands for, at least 1 (above 1 only from files of counts)
 * @param latencyMs from showing to deciding, or null
 * @param castAt kept to the millisecond
 */
public record VoteDraft(
        JudgeId judge,
        Verdict verdict,
        String idempotencyKey,
        String bodyHash,
        long count,
        @Nullable String rationale,
        @Nullable Long latencyMs,
        Instant castAt) {
    public VoteDraft {
        castAt = castAt.truncatedTo(ChronoUnit.MILLIS);
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, found " + count);
        }
    }
}
