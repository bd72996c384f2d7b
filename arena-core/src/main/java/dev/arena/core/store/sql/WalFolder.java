package dev.arena.core.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the write-ahead log back into the database beside the writer, on a connection and a thread of its own: the disk then writes pages
 * all over the file while the writer goes on. Where this does not keep up, or fails, the writer folds the log itself once it is
 * {@link SqliteConnections#WRITER_FOLDS_AT} pages long; only the writer can start the log over.
 */
final class WalFolder implements AutoCloseable {
    /** A commit of votes writes some ten to thirty pages. */
    private static final int COMMITS = 128;

    private static final Logger LOG = LoggerFactory.getLogger(WalFolder.class);

    private final Path file;
    private final Semaphore due = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    /** Of the writer's thread alone. */
    private int commits;

    WalFolder(Path file) {
        this.file = file;
        this.thread = new Thread(this::work, "arena-store-folder");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The writer has committed something. */
    void committed() {
        if (++commits >= COMMITS) {
            commits = 0;
            due.release();
        }
    }

    private void work() {
        try (Connection connection = SqliteConnections.folder(file);
                Statement statement = connection.createStatement()) {
            while (true) {
                due.acquireUninterruptibly();
                due.drainPermits();
                if (closed) {
                    return;
                }
                statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
            }
        } catch (SQLException failure) {
            // The writer folds the log then, and says so where it cannot.
            LOG.warn("the database's log is folded by the writer from now on: {}", failure.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        due.release();
        SqlWriter.awaitEnd(thread);
    }
}
