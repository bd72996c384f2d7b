package dev.arena.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Why a session of a run ended; one that was killed leaves none.
 *
 * @param session the process
 * @param ending in a word, such as {@code finished} or {@code budget}
 * @param detail for people; empty where there is nothing to say
 * @param endedAt kept to the millisecond
 */
public record RunEnd(RunId run, String session, String ending, String detail, Instant endedAt) {
    public RunEnd {
        endedAt = endedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
