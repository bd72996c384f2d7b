package dev.arena.core.store.sql;

/** The end of the log of votes: the last row's id and its hash in hex. */
record ChainTail(long id, String hash) {
    /** Before the first vote. */
    static ChainTail empty() {
        return new ChainTail(0, "");
    }
}
