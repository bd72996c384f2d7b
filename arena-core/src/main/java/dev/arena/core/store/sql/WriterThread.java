package dev.arena.core.store.sql;

import java.nio.file.Path;

/** The thread that writes to a database; it also tells the rest of the process which databases are open. */
final class WriterThread extends Thread {
    private final Path file;

    WriterThread(Path file, Runnable work) {
        super(work, "arena-store-writer");
        this.file = file;
        setDaemon(true);
    }

    /** Whether a store of this process writes to that database. */
    static boolean writesTo(Path file) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread instanceof WriterThread writer && writer.file.equals(file));
    }
}
