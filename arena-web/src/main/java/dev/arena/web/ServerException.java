package dev.arena.web;

import dev.arena.core.problem.ArenaException;
import org.jspecify.annotations.Nullable;

/** The server cannot start; the message says why and what to do. */
public final class ServerException extends ArenaException {
    private static final long serialVersionUID = 1L;

    ServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
