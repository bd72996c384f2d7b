/** Placeholder. */
@NullMarked
package dev.arena.web;

import org.jspecify.annotations.NullMarked;
