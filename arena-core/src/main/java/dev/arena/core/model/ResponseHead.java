package dev.arena.core.model;

/** A response without its text: all a matchmaker or a schedule needs to know. */
public record ResponseHead(ResponseId id, PromptId prompt, ContestantId contestant, int version, String sha256) {}
