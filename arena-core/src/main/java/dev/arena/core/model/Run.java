package dev.arena.core.model;

import java.time.Instant;

/**
 * One execution of a tournament.
 *
 * @param specHash SHA-256 of everything the plan depends on: a changed tournament is another run
 * @param spec the tournament file as it was read, so that a run can be resumed by its id alone
 */
public record Run(RunId id, String name, String specHash, String spec, Instant startedAt) {}
