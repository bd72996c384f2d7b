/** Placeholder. */
@NullMarked
package dev.arena.core;

import org.jspecify.annotations.NullMarked;
