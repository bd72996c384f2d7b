package dev.arena.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One execution of a tournament.
 *
 * @param specHash SHA-256 of everything the plan depends on: a changed tournament is another run
 * @param spec the tournament file as it was read, so that a run can be resumed by its id alone
 * @param startedAt kept to the millisecond
 */
public record Run(RunId id, String name, String specHash, String spec, Instant startedAt) {
    public Run {
        startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
