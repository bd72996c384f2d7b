/** Placeholder. */
@NullMarked
package dev.arena.ratings;

import org.jspecify.annotations.NullMarked;
