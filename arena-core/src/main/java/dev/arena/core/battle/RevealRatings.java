package dev.arena.core.battle;

import dev.arena.core.model.ContestantId;
import dev.arena.core.model.VoteId;
import java.util.Map;

/** Where the ratings of a reveal come from. */
public interface RevealRatings {
    /**
     * Ratings of the default board over the log of votes up to and including one row. The same row always gives the same numbers
     * as long as the catalog does not change, so that a repeated request gets the same answer.
     *
     * @param last the last row that counts; below the first row: an empty log
     * @return the rating on the displayed scale of every contestant that has one
     */
    Map<ContestantId, Double> ratingsThrough(VoteId last);
}
