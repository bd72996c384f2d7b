/** Elo: ratings updated one comparison at a time, in one order or averaged over many. */
@NullMarked
package dev.arena.ratings.elo;

import org.jspecify.annotations.NullMarked;
