package dev.arena.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One question that is about to be sent, stored before it is: where no end is stored and its process is gone, nobody knows whether
 * it was answered and paid.
 *
 * @param probe the probe's key; null where it is about a battle
 * @param key SHA-256 of everything that goes into the question
 * @param session the process that sends it, such as {@code 4711@1795348800123}
 * @param startedAt kept to the millisecond
 */
public record CallStart(
        RunId run, JudgeId judge, @Nullable String probe, String key, String session, Instant startedAt) {
    public CallStart {
        startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
