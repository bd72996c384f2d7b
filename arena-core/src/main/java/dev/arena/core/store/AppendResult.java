package dev.arena.core.store;

import dev.arena.core.model.Vote;

/** How an append ended; in every case the vote named is the one that counts. */
public sealed interface AppendResult {
    /** The vote that is in the log. */
    Vote vote();

    /** The vote is new, and durable. */
    record Stored(Vote vote) implements AppendResult {}

    /** The same key and the same body were stored before: nothing was written. */
    record Repeated(Vote vote) implements AppendResult {}

    /** The key was used before for another body: nothing was written. */
    record KeyReused(Vote vote) implements AppendResult {}

    /** This judge has voted on this battle under another key: nothing was written. */
    record AlreadyVoted(Vote vote) implements AppendResult {}
}
