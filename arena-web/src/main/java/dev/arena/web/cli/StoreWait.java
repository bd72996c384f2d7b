package dev.arena.web.cli;

import dev.arena.core.problem.StoreHeldException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.StopSignal;
import java.time.Duration;

/** Waits for a database that another process works on, unless that one is a server, which would never end. */
final class StoreWait {
    /** What a server says it does. */
    static final String SERVER = "arena serve";

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int PAUSES_TOLD = 240;

    private final TournamentSupport support;
    private final boolean waits;

    /**
     * A way to open a database.
     *
     * @param waits whether it waits at all
     */
    StoreWait(TournamentSupport support, boolean waits) {
        this.support = support;
        this.waits = waits;
    }

    /**
     * The database, opened to write.
     *
     * @param holder what this process does
     * @throws StoreHeldException if another process has it open and is not to be waited for
     */
    ArenaStore open(String holder) {
        StopSignal never = new StopSignal();
        for (int pauses = 0; true; pauses++) {
            try {
                ArenaStore store = support.context().openStore(holder);
                if (pauses > 0) {
                    support.warn("the database is free; going on");
                }
                return store;
            } catch (StoreHeldException held) {
                if (!waits || held.command().equals(SERVER)) {
                    throw held;
                }
                if (pauses % PAUSES_TOLD == 0) {
                    support.warn(message(held));
                }
                never.await(PAUSE);
            }
        }
    }

    private String message(StoreHeldException held) {
        String process = held.process().isEmpty() ? "another process" : "process " + held.process();
        String command = held.command().isEmpty() ? "" : " (" + held.command() + ")";
        return process + command + " works on " + support.context().database()
                + ": waiting until it ends; Ctrl-C stops the wait, --no-wait fails instead";
    }
}
