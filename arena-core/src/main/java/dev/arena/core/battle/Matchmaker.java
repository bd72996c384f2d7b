package dev.arena.core.battle;

import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Picks the next battle where no schedule does, and tells the exact probability of its pick. */
public interface Matchmaker {
    /**
     * Picks a matchup that the voter has not seen.
     *
     * @param index what battles can be made of
     * @param seen what this voter was shown, of the same index
     * @param chance where the pick is drawn from
     * @return empty where nothing is left
     */
    Optional<Pick> pick(CandidateIndex index, SeenMatchups seen, RandomGenerator chance);

    /**
     * A matchup that was drawn.
     *
     * @param matchup K responses of different contestants, in no order that means anything
     * @param probability with which this matchup was drawn, given what was seen, in (0, 1]
     */
    record Pick(PromptId prompt, List<ResponseHead> matchup, double probability) {
        public Pick {
            matchup = List.copyOf(matchup);
        }
    }
}
