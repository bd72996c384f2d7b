/**
 * What stands behind a leaderboard: the pairs it was made of beside what its model expects of them, its history, its effects, the checks
 * that say whether to trust it, how its judges agree, and boards that were frozen. Everything here is computed from a
 * {@link dev.arena.core.leaderboard.Leaderboard} and the evidence beside it; nothing is drawn here.
 */
@NullMarked
package dev.arena.core.board;

import org.jspecify.annotations.NullMarked;
