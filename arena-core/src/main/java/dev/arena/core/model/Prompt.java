package dev.arena.core.model;

/**
 * A stored prompt.
 *
 * @param key the id its file gave it, unique in a database
 */
public record Prompt(PromptId id, String key, PromptText text) {}
