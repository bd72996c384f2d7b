/**
 * How work that takes over a second tells how far it is, without knowing who listens.
 */
@NullMarked
package dev.arena.core.progress;

import org.jspecify.annotations.NullMarked;
