package dev.arena.core.problem;

/** A flag, a setting or a tournament file that cannot be used as it stands; nothing was done. */
public final class UsageException extends ArenaException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message, null);
    }
}
