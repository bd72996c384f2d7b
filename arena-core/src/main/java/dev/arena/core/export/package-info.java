/**
 * Snapshots to bytes: one writer a format, each with its own escaping. A writer of a rating table sees a
 * {@link dev.arena.core.leaderboard.Leaderboard} and nothing else, so every format shows the same numbers.
 */
@NullMarked
package dev.arena.core.export;

import org.jspecify.annotations.NullMarked;
