package dev.arena.core.exchange;

import dev.arena.core.model.ResponseText;

/** What a file says that a contestant answered to the prompt of that key. */
public record FileResponse(long line, String promptKey, String model, ResponseText text) implements FileRecord {}
