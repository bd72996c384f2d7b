package dev.arena.core.problem;

import org.jspecify.annotations.Nullable;

/** A problem that a person can mend; its message is complete and is printed without a stack trace. */
public abstract class ArenaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected ArenaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
