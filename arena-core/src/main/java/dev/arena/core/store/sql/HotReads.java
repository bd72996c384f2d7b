package dev.arena.core.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * A few connections for the short reads that every request makes, each with its prepared statements. Whoever finds none free waits:
 * these reads take microseconds, and many more of them at once than there are processors would only take turns.
 */
final class HotReads {
    private static final int CONNECTIONS =
            Math.max(4, Math.min(8, Runtime.getRuntime().availableProcessors()));

    private final Opener opener;
    private final Semaphore free = new Semaphore(CONNECTIONS);
    private final Deque<Kept> idle = new ArrayDeque<>();
    private boolean closed;

    private record Kept(Connection connection, HotStatements statements) {}

    /** How a connection is made. */
    interface Opener {
        Connection open() throws SQLException;
    }

    HotReads(Opener opener) {
        this.opener = opener;
    }

    /** Runs a read, which makes no other one. */
    <T> T read(Function<HotStatements, T> work) {
        free.acquireUninterruptibly();
        try {
            Kept kept = take();
            try {
                return work.apply(kept.statements());
            } finally {
                giveBack(kept);
            }
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        } finally {
            free.release();
        }
    }

    private Kept take() throws SQLException {
        synchronized (this) {
            if (closed) {
                throw SqlWriter.closed();
            }
            Kept kept = idle.poll();
            if (kept != null) {
                return kept;
            }
        }
        Connection connection = opener.open();
        return new Kept(connection, new HotStatements(connection));
    }

    private void giveBack(Kept kept) throws SQLException {
        synchronized (this) {
            if (!closed) {
                idle.push(kept);
                return;
            }
        }
        kept.connection().close();
    }

    synchronized void close() throws SQLException {
        closed = true;
        while (!idle.isEmpty()) {
            idle.pop().connection().close();
        }
    }
}
