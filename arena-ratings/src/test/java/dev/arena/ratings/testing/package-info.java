/** Fixtures, golden files and slow independent solvers that the tests of every rating method share. */
@NullMarked
package dev.arena.ratings.testing;

import org.jspecify.annotations.NullMarked;
