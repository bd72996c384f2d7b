package dev.arena.core.store;

import dev.arena.core.model.VoterDecision;
import java.util.List;

/** The append-only log of decisions on voters. */
public interface QualityStore {
    /**
     * Appends decisions, all or none; ratings change with them, and so does the store's revision.
     *
     * @throws IllegalArgumentException if a judge is not stored
     */
    void append(List<VoterDecision> decisions);

    /** All decisions, oldest first. */
    List<VoterDecision> listDecisions();
}
