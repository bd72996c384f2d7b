package dev.arena.core.store.sql;

import java.sql.SQLException;

/** An SQL error on its way to {@link SqliteErrors}, from code that does not go through Jdbi. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause);
    }
}
