package dev.arena.core.battle;

import dev.arena.core.model.ContestantId;
import java.util.List;

/** What votes have said so far, for matchmakers. Safe for use by many threads. */
public interface MatchmakerState {
    /**
     * What is known of some contestants. The same object as long as nothing new is known, so that what was worked out of it holds.
     *
     * @param contestants sorted by id; the answer numbers them in this order
     */
    MatchmakerStanding standing(List<ContestantId> contestants);

    /** Nothing was said yet. */
    static MatchmakerState empty() {
        return new EmptyMatchmakerState();
    }
}
