package dev.arena.core.store.sql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Opens connections with the settings that the store relies on. */
final class SqliteConnections {
    /** {@code PRAGMA synchronous} answers with a number; 2 is FULL: a commit returns when it is on disk. */
    private static final String FULL = "2";

    private static final List<String> COMMON =
            List.of("PRAGMA busy_timeout = 5000", "PRAGMA foreign_keys = ON", "PRAGMA temp_store = MEMORY");

    /** Pages in the log from which the writer folds it back itself; as many as the file keeps between two uses. */
    static final int WRITER_FOLDS_AT = 16_384;

    private static final List<String> WRITER = List.of(
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "PRAGMA fullfsync = ON",
            "PRAGMA checkpoint_fullfsync = ON",
            "PRAGMA journal_size_limit = 67108864",
            "PRAGMA wal_autocheckpoint = " + WRITER_FOLDS_AT,
            "PRAGMA cache_size = -32768");

    private static final List<String> FOLDER =
            List.of("PRAGMA synchronous = FULL", "PRAGMA checkpoint_fullfsync = ON", "PRAGMA wal_autocheckpoint = 0");

    private static final List<String> READER = List.of("PRAGMA query_only = ON", "PRAGMA cache_size = -8192");

    private static final String IMMUTABLE = "?immutable=1";

    private SqliteConnections() {}

    /** The one connection that writes; makes the file where there is none. */
    static Connection writer(Path file) throws SQLException {
        Connection connection = open(file, "", WRITER);
        try {
            require(connection, "journal_mode", "wal");
            require(connection, "synchronous", FULL);
            require(connection, "foreign_keys", "1");
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** A connection that folds the log back beside the writer, and writes nothing else. */
    static Connection folder(Path file) throws SQLException {
        return open(file, "", FOLDER);
    }

    /** A connection for reads, beside a process that writes. */
    static Connection reader(Path file) throws SQLException {
        return open(file, "", READER);
    }

    /**
     * How to read a file. SQLite makes files beside a database that it reads; in a folder where it must not, a database at rest is
     * read without them.
     */
    static SqlReader.Opener readOpener(Path file) {
        return isFrozen(file) ? frozen -> open(frozen, IMMUTABLE, READER) : SqliteConnections::reader;
    }

    /** A connection that copies a database; such a copy counts as a write, so nothing forbids it those. */
    static Connection copier(Path file) throws SQLException {
        return open(file, isFrozen(file) ? IMMUTABLE : "", List.of());
    }

    private static boolean isFrozen(Path file) {
        return !Files.exists(file.resolveSibling(file.getFileName() + "-wal"))
                && !StoreFiles.isWritable(file.resolveSibling(".").normalize());
    }

    private static Connection open(Path file, String parameters, List<String> more) throws SQLException {
        Connection connection = connect(file, parameters);
        try {
            run(connection, COMMON);
            run(connection, more);
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** The value of a pragma, or of any query with one value. */
    static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    /** As a URI, since the driver takes a '?' in a plain path for the start of parameters. */
    static String url(Path file) {
        return "jdbc:sqlite:" + file.toUri();
    }

    private static Connection connect(Path file, String parameters) throws SQLException {

        Properties settings = new Properties();
        // Nothing here asks for generated keys, and the driver would query for them after every insert.
        settings.setProperty(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS.getPragmaName(), "false");
        return JDBC.createConnection(url(file) + parameters, settings);
    }

    private static void run(Connection connection, List<String> commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static void require(Connection connection, String pragma, String expected) throws SQLException {
        String found = value(connection, "PRAGMA " + pragma);
        if (!found.equals(expected)) {
            throw new SQLException("PRAGMA " + pragma + " is " + found + " instead of " + expected
                    + ": the file system may not support what a safe store needs");
        }
    }
}
