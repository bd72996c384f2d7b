package dev.arena.core.store;

import dev.arena.core.model.Vote;

/** How an append ended, and the vote in the log that answers it. */
public sealed interface AppendResult {
    /** The vote that is in the log. */
    Vote vote();

    /** The vote is new, and durable. */
    record Stored(Vote vote) implements AppendResult {}

    /** The same key and the same body were stored before, as this vote (superseded since, perhaps): nothing was written. */
    record Repeated(Vote vote) implements AppendResult {}

    /** The key was used before for another body or battle, in this vote: nothing was written. */
    record KeyReused(Vote vote) implements AppendResult {}

    /** This judge has voted on this battle under another key, and this is the current vote: nothing was written. */
    record AlreadyVoted(Vote vote) implements AppendResult {}
}
