package dev.arena.core.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A flag, a setting or a settings file that cannot be used as it stands; nothing was done. */
public final class UsageException extends ArenaException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable InputProblem problem;

    public UsageException(String message) {
        super(message, null);
        this.problem = null;
    }

    /** A value of a settings file that cannot be used. */
    public UsageException(InputProblem problem) {
        super(problem.message(), null);
        this.problem = problem;
    }

    /** Where it is, what was found and what is allowed, as far as it is one value of a settings file. */
    public Optional<InputProblem> problem() {
        return Optional.ofNullable(problem);
    }
}
