package dev.arena.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A round of a schedule that depends on verdicts.
 *
 * @param round from 1
 * @param battles how many were stored with it
 * @param reason why it was played, for people
 * @param storedAt kept to the millisecond
 */
public record RunRound(RunId run, int round, int battles, String reason, Instant storedAt) {
    public RunRound {
        storedAt = storedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
