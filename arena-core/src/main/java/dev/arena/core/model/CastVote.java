package dev.arena.core.model;

/** A vote with its battle and its judge: all that ratings and exports need to know of it. */
public record CastVote(Vote vote, Battle battle, Judge judge) {}
