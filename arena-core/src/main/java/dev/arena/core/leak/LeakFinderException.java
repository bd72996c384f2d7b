package dev.arena.core.leak;

import dev.arena.core.problem.ArenaException;

/** The search for leaks failed; what it was to look at is not shown. */
public final class LeakFinderException extends ArenaException {
    private static final long serialVersionUID = 1L;

    LeakFinderException(Throwable cause) {
        super("It could not be made sure that this battle tells no name, so it is not shown.", cause);
    }
}
