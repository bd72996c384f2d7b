package dev.arena.core.problem;

import org.jspecify.annotations.Nullable;

/** An endpoint of a judge cannot be reached, or does not authorise us. */
public final class EndpointException extends ArenaException {
    private static final long serialVersionUID = 1L;

    public EndpointException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
