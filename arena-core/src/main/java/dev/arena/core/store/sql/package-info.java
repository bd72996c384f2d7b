/**
 * The store on SQLite: Jdbi, SQL and migrations, and nothing of them outside. One thread writes and commits for all callers; reads
 * have connections of their own. Another database would be a sibling of this package behind the same interfaces.
 */
@NullMarked
package dev.arena.core.store.sql;

import org.jspecify.annotations.NullMarked;
