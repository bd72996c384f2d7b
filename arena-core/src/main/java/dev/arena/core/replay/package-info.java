/**
 * The judge that replays judgments which other tools recorded: it reads their files through {@link dev.arena.core.exchange} and finds the
 * verdict of a planned battle by its prompt, its contestants in their order, and its repeat. It asks nobody and costs nothing.
 */
@NullMarked
package dev.arena.core.replay;

import org.jspecify.annotations.NullMarked;
