package dev.arena.core.problem;

import org.jspecify.annotations.Nullable;

/** The database cannot be opened, read or written; the message says what to do and what is safe. */
public class StoreException extends ArenaException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
