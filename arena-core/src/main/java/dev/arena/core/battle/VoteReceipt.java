package dev.arena.core.battle;

/**
 * The answer to a vote.
 *
 * @param stored whether this request stored it; false where the same request had stored it before
 */
public record VoteReceipt(Reveal reveal, boolean stored) {}
