/**
 * The commands of {@code arena}: they read flags, call the core, print, and map the end of the work to an exit code.
 */
@NullMarked
package dev.arena.web.cli;

import org.jspecify.annotations.NullMarked;
