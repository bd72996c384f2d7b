package dev.arena.core.store.sql;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The second half of version 9: counts the votes of studies that are there. It sets the version, so that a database whose first half was
 * made and not this one is taken up again.
 */
final class StudyCountMigration implements JavaMigration {
    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("009.1");
    }

    @Override
    public String getDescription() {
        return "study counts of stored votes";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        // the connection is Flyway's, and stays open
        Handle handle = Jdbi.create(() -> context.getConnection()).open();
        StudyPlainCounts.fill(handle);
        handle.execute("PRAGMA user_version = 9");
    }
}
