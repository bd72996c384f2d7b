/**
 * The one road from votes to a table: votes are filtered, both orders of a matchup are folded as asked, verdicts become outcomes in
 * exactly one class, a rating method fits them, and the result is an immutable {@link dev.arena.core.leaderboard.Leaderboard}.
 * Votes of the database and rows of a file take the same road.
 */
@NullMarked
package dev.arena.core.leaderboard;

import org.jspecify.annotations.NullMarked;
