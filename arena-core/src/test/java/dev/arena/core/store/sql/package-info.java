/** The store on SQLite under the common contract, and what only a file can suffer. */
@NullMarked
package dev.arena.core.store.sql;

import org.jspecify.annotations.NullMarked;
