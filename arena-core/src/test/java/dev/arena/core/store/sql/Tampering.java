package dev.arena.core.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Changes a database behind the back of its store, as another program or a failing disk would. */
public final class Tampering {
    private Tampering() {}

    /** Runs a statement on a database that no store has open; the number of rows changed. */
    public static int run(Path file, String sql) throws SQLException {
        try (Connection connection = SqliteConnections.writer(file);
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Copies the rows of a table from one database into another; how many there were. */
    public static int moved(Path from, Path to, String table) throws SQLException {
        try (Connection connection = SqliteConnections.writer(to);
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH DATABASE '" + from + "' AS other");
            return statement.executeUpdate("INSERT INTO " + table + " SELECT * FROM other." + table);
        }
    }
}
