/** Tests of what in a text tells who wrote it. */
@NullMarked
package dev.arena.core.leak;

import org.jspecify.annotations.NullMarked;
