/** Tests of the vocabulary: evidence, scales, levels, and the rules between packages. */
@NullMarked
package dev.arena.ratings;

import org.jspecify.annotations.NullMarked;
