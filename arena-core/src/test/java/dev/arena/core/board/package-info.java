/** Tests of what stands behind a leaderboard. */
@NullMarked
package dev.arena.core.board;

import org.jspecify.annotations.NullMarked;
