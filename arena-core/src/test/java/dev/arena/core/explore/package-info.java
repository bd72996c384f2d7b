/** Tests of the explorer. */
@NullMarked
package dev.arena.core.explore;

import org.jspecify.annotations.NullMarked;
