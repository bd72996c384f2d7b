package dev.arena.core.store.sql;

import dev.arena.core.problem.StoreException;
import dev.arena.core.store.PublicIds;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Transactions and savepoints on the writing connection; used by the writer thread only. */
final class Transactions implements AutoCloseable {
    private final Path file;
    private final Connection connection;
    private final PublicIds publicIds;
    private final Map<String, PreparedStatement> commands = new HashMap<>();
    private @Nullable WriteSession session;

    Transactions(Path file, Connection connection, PublicIds publicIds) {
        this.file = file;
        this.connection = connection;
        this.publicIds = publicIds;
    }

    /** Loads what the first transaction needs, beside the rest of a process's start. */
    void warmUp() {
        try {
            session().readTail();
        } catch (RuntimeException repeatedInTheFirstTransaction) {
            session = null;
        }
    }

    /** Jdbi is made here, on the writer's thread: loading it takes longer than opening a database. */
    WriteSession session() {
        WriteSession current = session;
        if (current == null) {
            ConnectionFactory one = () -> connection;
            current =
                    new WriteSession(JdbiSetup.create(one, new StatementCache()).open(), publicIds);
            session = current;
        }
        return current;
    }

    void begin() {
        command("BEGIN IMMEDIATE");
        session().readTail();
    }

    void commit() {
        command("COMMIT");
    }

    /** Undoes the transaction; SQLite has done so already after some errors, and says so with one more. */
    void rollback() {
        try {
            execute("ROLLBACK");
        } catch (SQLException undone) {
            // There is nothing left to undo.
            return;
        }
    }

    /** Runs the only unit of a transaction; what it refuses undoes the transaction. */
    void attemptAlone(WriteUnit<?> unit) {
        unit.run(session());
    }

    /** Runs one unit of several; what it refuses is undone and told to its caller alone. */
    void attempt(WriteUnit<?> unit) {
        WriteSession current = session();
        ChainTail before = current.tail();
        command("SAVEPOINT unit");
        try {
            unit.run(current);
            command("RELEASE unit");
        } catch (RuntimeException failure) {
            if (SqliteErrors.sqlCause(failure).isPresent() && !SqliteErrors.isConstraint(failure)) {
                throw failure;
            }
            command("ROLLBACK TO unit");
            command("RELEASE unit");
            current.moveTail(before);
            unit.refuse(SqliteErrors.translate(failure, file));
        }
    }

    /** Runs work that the unit under way asks for; what it refuses is undone and told to the unit, which may go on. */
    <T> T within(UnitWriter.Work<T> work) {
        WriteSession current = session();
        ChainTail before = current.tail();
        command("SAVEPOINT part");
        try {
            T result = work.run(current);
            command("RELEASE part");
            return result;
        } catch (RuntimeException failure) {
            if (SqliteErrors.sqlCause(failure).isPresent() && !SqliteErrors.isConstraint(failure)) {
                throw failure;
            }
            command("ROLLBACK TO part");
            command("RELEASE part");
            current.moveTail(before);
            throw SqliteErrors.translate(failure, file);
        }
    }

    private void command(String sql) {
        try {
            execute(sql);
        } catch (SQLException failure) {
            throw SqliteErrors.translate(failure, file);
        }
    }

    private void execute(String sql) throws SQLException {
        PreparedStatement statement = commands.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            commands.put(sql, statement);
        }
        try {
            statement.execute();
        } catch (SQLException failure) {
            // The driver ends a statement that fails.
            commands.remove(sql);
            throw failure;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new StoreException("The database cannot be closed.", failure);
        }
    }
}
