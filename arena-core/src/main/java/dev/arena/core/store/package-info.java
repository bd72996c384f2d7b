/**
 * The storage interfaces, one a role, and the in-memory store. Votes are append-only: a correction is a new row that supersedes.
 * The contract test of this package runs against every implementation.
 */
@NullMarked
package dev.arena.core.store;

import org.jspecify.annotations.NullMarked;
