package dev.arena.core.judge;

/** The work was told to stop before this judge answered: the case stays open. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int attempts;

    /** Nothing was sent. */
    public StoppedException() {
        this(0);
    }

    /**
     * Something was sent, but no answer came.
     *
     * @param attempts how often something of the question was sent
     */
    public StoppedException(int attempts) {
        super("stopped before the judge answered");
        this.attempts = attempts;
    }

    /** How often something of the question was sent. */
    public int attempts() {
        return attempts;
    }
}
