package dev.arena.core.store;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunEnd;
import dev.arena.core.model.RunId;
import dev.arena.core.model.RunRound;
import java.util.List;
import java.util.Optional;

/** Runs of tournaments, their rounds, and why their sessions ended. */
public interface RunStore {
    /**
     * Stores a run; the run with the same spec hash where there is one.
     *
     * @throws IllegalArgumentException if the id belongs to a run with another spec hash
     */
    Run put(Run run);

    /** The run of that id. */
    Optional<Run> findRun(RunId id);

    /** The ids of all runs, newest first, without reading what they were asked to do. */
    List<RunId> listIds();

    /** All runs, newest first. */
    List<Run> listRuns();

    /**
     * Stores a round with all of its battles in one transaction; a round that is stored already stays as it is.
     *
     * @return the stored battles in the order given
     * @throws IllegalArgumentException if it names something that is not stored, or counts other battles than are given
     */
    List<BattleId> putRound(RunRound round, List<BattleDraft> battles);

    /** The rounds of a run in order. */
    List<RunRound> listRounds(RunId run);

    /** Stores why a session ended. */
    void putEnd(RunEnd end);

    /** Why the sessions of a run ended, oldest first. */
    List<RunEnd> listEnds(RunId run);

    /** How many current votes the battles of a run have. */
    VoteCount countVotes(RunId run);

    /**
     * Current votes, those of rules included.
     *
     * @param abstentions of these, abstentions
     */
    record VoteCount(long votes, long abstentions) {}
}
