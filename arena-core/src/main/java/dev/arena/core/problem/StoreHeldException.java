package dev.arena.core.problem;

/** Another process has the database open; it may be waited for. */
public final class StoreHeldException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final String process;
    private final String command;

    /**
     * A database that is open elsewhere.
     *
     * @param process the number of the process; empty where it is not known
     * @param command what it does, such as {@code arena run}; empty where it is not known
     */
    public StoreHeldException(String message, String process, String command) {
        super(message, null);
        this.process = process;
        this.command = command;
    }

    /** The number of the process; empty where it is not known. */
    public String process() {
        return process;
    }

    /** What it does, such as {@code arena run}; empty where it is not known. */
    public String command() {
        return command;
    }
}
