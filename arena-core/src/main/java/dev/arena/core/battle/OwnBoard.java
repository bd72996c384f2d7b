package dev.arena.core.battle;

import dev.arena.core.leaderboard.Leaderboard;
import org.jspecify.annotations.Nullable;

/**
 * The leaderboard of one voter's own votes.
 *
 * @param counted own votes that are rated: each battle once, by its newest vote; none that was taken back, none that says nothing
 * @param needed so many are wanted before there is a table
 * @param hidden own votes that are not rated since their study does not tell who wrote what
 * @param most so many of the newest own votes are read
 * @param cut whether there are older ones
 * @param board null while votes are missing
 */
public record OwnBoard(
        long counted,
        long needed,
        long hidden,
        long most,
        boolean cut,
        @Nullable Leaderboard board) {
    /** How many more votes are wanted. */
    public long missing() {
        return Math.max(0, needed - counted);
    }
}
