package dev.arena.core.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Connections for reads, kept for the next one. There is no upper bound to wait at, since a read may be made within another; idle
 * ones beyond a few are closed.
 */
final class SqlReader implements ConnectionFactory, AutoCloseable {
    private static final int KEPT = 8;

    private final Path file;
    private final Opener opener;
    private final Own own;
    private final StatementCache statements = new StatementCache();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final HotReads hot;
    private final HotReads scans;
    private @Nullable Jdbi jdbi;
    private boolean closed;

    /** How a connection is made. */
    interface Opener {
        Connection open(Path file) throws SQLException;
    }

    /** The session of a unit of work that runs on this thread; null on all others. */
    interface Own {
        @Nullable
        WriteSession session();
    }

    /**
     * @param own reads made by a unit of work go through its own connection, so that they see what it wrote
     */
    SqlReader(Path file, Opener opener, Own own) {
        this.file = file;
        this.opener = opener;
        this.own = own;
        this.hot = new HotReads(() -> opener.open(file));
        this.scans = new HotReads(() -> opener.open(file));
    }

    /** Whether a unit of work runs on this thread. */
    boolean isInUnit() {
        return own.session() != null;
    }

    /** Runs a short read of kept statements, which makes no other read. */
    <T> T readHot(Function<HotStatements, T> work) {
        return read(hot, work);
    }

    /** The same for a read of many rows, which short ones do not wait for. */
    <T> T readMany(Function<HotStatements, T> work) {
        return read(scans, work);
    }

    private <T> T read(HotReads reads, Function<HotStatements, T> work) {
        WriteSession session = own.session();
        try {
            return session == null ? reads.read(work) : work.apply(session.hot());
        } catch (RuntimeException failure) {
            throw SqliteErrors.translate(failure, file);
        }
    }

    /** Runs a read. */
    <T> T read(Function<Handle, T> work) {
        WriteSession session = own.session();
        if (session != null) {
            return work.apply(session.handle());
        }
        try (Handle handle = jdbi().open()) {
            return work.apply(handle);
        } catch (RuntimeException failure) {
            throw SqliteErrors.translate(failure, file);
        }
    }

    private synchronized Jdbi jdbi() {
        if (jdbi == null) {
            jdbi = JdbiSetup.create(this, statements);
        }
        return jdbi;
    }

    @Override
    public Connection openConnection() throws SQLException {
        synchronized (this) {
            if (closed) {
                throw SqlWriter.closed();
            }
            Connection kept = idle.poll();
            if (kept != null) {
                return kept;
            }
        }
        return opener.open(file);
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        synchronized (this) {
            if (!closed && idle.size() < KEPT) {
                idle.push(connection);
                return;
            }
        }
        discard(connection);
    }

    private void discard(Connection connection) throws SQLException {
        statements.forget(connection);
        connection.close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            hot.close();
            scans.close();
            while (!idle.isEmpty()) {
                discard(idle.pop());
            }
        } catch (SQLException failure) {
            throw SqliteErrors.translate(failure, file);
        }
    }
}
