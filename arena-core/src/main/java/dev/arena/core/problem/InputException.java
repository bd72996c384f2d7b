package dev.arena.core.problem;

import org.jspecify.annotations.Nullable;

/** Input that cannot be accepted. Nothing of the input was stored. */
public final class InputException extends ArenaException {
    private static final long serialVersionUID = 1L;

    private final transient InputProblem problem;

    public InputException(InputProblem problem) {
        this(problem, null);
    }

    public InputException(InputProblem problem, @Nullable Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    /** Where it is, what was found, what is allowed, what to do next. */
    public InputProblem problem() {
        return problem;
    }
}
