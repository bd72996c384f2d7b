package dev.arena.core.judge;

/** The work was told to stop before this judge was asked: nothing was sent, the case stays open. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoppedException() {
        super("stopped before the judge was asked");
    }
}
