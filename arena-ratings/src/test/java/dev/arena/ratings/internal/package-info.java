/** Tests of the shared numerics against direct computation. */
@NullMarked
package dev.arena.ratings.internal;

import org.jspecify.annotations.NullMarked;
