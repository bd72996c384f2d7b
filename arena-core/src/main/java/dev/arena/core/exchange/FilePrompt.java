package dev.arena.core.exchange;

import dev.arena.core.model.PromptText;

/** A prompt of a file under its key. */
public record FilePrompt(long line, String key, PromptText text) implements FileRecord {}
