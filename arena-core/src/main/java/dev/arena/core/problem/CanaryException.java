package dev.arena.core.problem;

/** A planted contestant or answer that must lose has won, so the judges' table is not given out. */
public final class CanaryException extends ArenaException {
    private static final long serialVersionUID = 1L;

    public CanaryException(String message) {
        super(message, null);
    }
}
