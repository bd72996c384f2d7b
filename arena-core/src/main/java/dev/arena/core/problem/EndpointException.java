package dev.arena.core.problem;

import org.jspecify.annotations.Nullable;

/** An endpoint of a judge cannot be reached, or does not authorise us. */
public final class EndpointException extends ArenaException {
    private static final long serialVersionUID = 1L;

    private final int attempts;

    public EndpointException(String message, @Nullable Throwable cause) {
        this(message, cause, 0);
    }

    /**
     * The same of a question that was sent already.
     *
     * @param attempts how often something of it reached the endpoint
     */
    public EndpointException(String message, @Nullable Throwable cause, int attempts) {
        super(message, cause);
        this.attempts = attempts;
    }

    /** How often something of the question reached the endpoint. */
    public int attempts() {
        return attempts;
    }
}
