package dev.arena.core.battle;

/**
 * How far a voter is.
 *
 * @param voted battles this voter has decided; skipped and withdrawn ones left out
 * @param remaining battles this voter can still vote on, the open one included
 */
public record VotingProgress(long voted, long remaining) {}
