/** Tests of the list of methods. */
@NullMarked
package dev.arena.ratings.registry;

import org.jspecify.annotations.NullMarked;
