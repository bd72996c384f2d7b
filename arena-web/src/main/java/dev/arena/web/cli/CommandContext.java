package dev.arena.web.cli;

import dev.arena.core.problem.UsageException;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import java.nio.file.Path;

/** What every command is given: the global flags and the world. */
record CommandContext(GlobalOptions global, Console console) {
    /**
     * The database file.
     *
     * @throws UsageException for a JDBC URL of another database
     */
    Path database() {
        String value = global.database;
        if (value.startsWith("jdbc:sqlite:")) {
            value = value.substring("jdbc:sqlite:".length());
        } else if (value.startsWith("jdbc:")) {
            throw new UsageException(
                    "--db " + value + " is not supported; allowed: a file, such as arena.db (SQLite).");
        }
        return Path.of(value);
    }

    /** The database, opened to write; made when there is none. The caller closes it. */
    ArenaStore openStore() {
        return openStore("");
    }

    /** The same, for a command that others are told about who find the database open. */
    ArenaStore openStore(String holder) {
        return SqliteArenaStore.open(database(), StoreOptions.standard(holder));
    }

    /** The database as it is, also while a server writes to it. The caller closes it. */
    ArenaStore openToRead() {
        return SqliteArenaStore.openReadOnly(database());
    }

    /** The same, which tells programs what happens where that is wanted, and people otherwise. */
    CommandContext telling(boolean json) {
        global.events = json ? new JsonEvents(console.err()) : null;
        return this;
    }

    /** A message for the person, unless quiet. */
    void say(String message) {
        if (!global.quiet && global.events == null) {
            console.err().println(message);
            console.err().flush();
        }
    }

    /** Where this command shows progress: a bar on a terminal, a line every 5 % elsewhere, nothing when asked. */
    Progress.Display progress() {
        if (global.events != null) {
            return global.events;
        }
        if (global.quiet || global.noProgress) {
            return Progress.silent();
        }
        return console.terminal() ? new BarDisplay(console.err()) : new LineDisplay(console.err(), System::nanoTime);
    }
}
