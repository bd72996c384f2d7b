package dev.arena.core.store.sql;

import org.jdbi.v3.core.Handle;

/** Finds out which reference is missing after SQLite refused a row without saying. */
final class Exists {
    private Exists() {}

    /**
     * Refuses what is not stored.
     *
     * @param sql a query of one truth value with the parameter {@code :id}
     */
    static void require(Handle handle, String sql, Object id, String what) {
        boolean stored =
                handle.createQuery(sql).bind("id", id).mapTo(Boolean.class).one();
        if (!stored) {
            throw new IllegalArgumentException(what + " is not stored");
        }
    }
}
