package dev.arena.core.store.sql;

import dev.arena.core.problem.StoreException;
import dev.arena.core.problem.UsageException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteDataSource;

/**
 * The tables and their version. Every migration sets {@code user_version} to its own number. Flyway is loaded for a new or an old
 * database only, since that takes longer than opening a current one.
 *
 * @param version the newest version this program knows
 * @param locations where the migrations are
 */
record Schema(int version, List<String> locations) {
    static final Schema CURRENT = new Schema(9, List.of("classpath:db/arena"));

    /** What Flyway calls its table, and all that a database may hold whose first migration did not finish. */
    static final String HISTORY = "schema_migration";

    private static final String APPLICATION_ID = "1098016110";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Makes the tables of a new database, or brings those of an older one up to date after a backup. */
    void prepare(Path file, Connection connection, Instant now) throws SQLException {
        int found = find(file, connection);
        if (found == version) {
            return;
        }
        if (found == 0) {
            migrate(file, "");
            return;
        }
        Path backup = file.resolveSibling(file.getFileName() + ".backup-v" + found + "-" + STAMP.format(now));
        StoreBackup.copy(file, backup);
        migrate(file, " It is as it was, and so is its backup " + backup + ".");
    }

    /** Refuses a database that cannot be read as it stands. */
    void requireCurrent(Path file, Connection connection) throws SQLException {
        int found = find(file, connection);
        if (found != version) {
            throw new StoreException(
                    file + " has version " + found + " and this program needs version " + version
                            + ": open it once for writing, for example with arena serve.",
                    null);
        }
    }

    /** The version of a database, 0 for an empty one; refuses what is not an Arena database, or too new. */
    private int find(Path file, Connection connection) throws SQLException {
        String application = SqliteConnections.value(connection, "PRAGMA application_id");
        int found = Integer.parseInt(SqliteConnections.value(connection, "PRAGMA user_version"));
        String tables = SqliteConnections.value(connection, """
                SELECT count(*)
                FROM sqlite_schema
                WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_migration'
                """);
        if (application.equals("0") && tables.equals("0")) {
            return 0;
        }
        if (!application.equals(APPLICATION_ID) || found < 1) {
            throw new UsageException(
                    file
                            + " is not an Arena database: it is a SQLite file of another program. Name another file with --db.");
        }
        if (found > version) {
            throw new StoreException(
                    file + " has version " + found + ", made by a newer Arena; this one knows version " + version
                            + ": use the newer Arena, or restore a backup from before.",
                    null);
        }
        return found;
    }

    private void migrate(Path file, String whatIsSafe) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(SqliteConnections.url(file));
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations(locations.toArray(String[]::new))
                    .table(HISTORY)
                    .validateMigrationNaming(true)
                    .javaMigrations(new StudyCountMigration())
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new StoreException(
                    file + " could not be brought to version " + version + "." + whatIsSafe + " The cause: "
                            + SqliteErrors.sqlCause(failure)
                                    .map(Throwable::getMessage)
                                    .orElse(failure.getMessage()),
                    failure);
        }
    }
}
