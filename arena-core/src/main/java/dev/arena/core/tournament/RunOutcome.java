package dev.arena.core.tournament;

import dev.arena.core.model.Run;

/**
 * How a session of a run ended, and what the run has stored.
 *
 * @param why what ended a schedule in rounds or one with a stop rule; empty otherwise
 */
public record RunOutcome(Run run, Ending ending, RunSummary summary, String why) {
    /** Why a session ended. */
    public enum Ending {
        /** Everything planned is stored. */
        FINISHED,
        /** It was told to stop; the rest can be resumed. */
        STOPPED,
        /** The budget is used; the rest can be resumed with a larger one. */
        BUDGET
    }
}
