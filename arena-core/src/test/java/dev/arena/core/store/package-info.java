/** The contract that every store keeps, and the tests of the in-memory store. */
@NullMarked
package dev.arena.core.store;

import org.jspecify.annotations.NullMarked;
