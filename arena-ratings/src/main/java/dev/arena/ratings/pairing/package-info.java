/**
 * Which contestants should meet next: orders of all pairs that are balanced from the start, covering designs, pairings of neighbours in
 * a standing, and battles drawn by how much they are expected to tell, with the probability of every draw.
 */
@NullMarked
package dev.arena.ratings.pairing;

import org.jspecify.annotations.NullMarked;
