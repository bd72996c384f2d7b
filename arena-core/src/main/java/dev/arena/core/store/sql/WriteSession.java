package dev.arena.core.store.sql;

import dev.arena.core.store.PublicIds;
import org.jdbi.v3.core.Handle;

/** What the writer thread hands to a unit of work: its connection, the end of the log of votes, and helpers. */
final class WriteSession {
    private final Handle handle;
    private final PublicIds publicIds;
    private final RowHash rowHash = new RowHash();
    private ChainTail tail = ChainTail.empty();

    WriteSession(Handle handle, PublicIds publicIds) {
        this.handle = handle;
        this.publicIds = publicIds;
    }

    Handle handle() {
        return handle;
    }

    PublicIds publicIds() {
        return publicIds;
    }

    RowHash rowHash() {
        return rowHash;
    }

    ChainTail tail() {
        return tail;
    }

    /** Moves the end of the log: forward after an append, back after an undone one. */
    void moveTail(ChainTail to) {
        tail = to;
    }

    /** Reads the end of the log as it is committed. */
    void readTail() {
        tail = handle.createQuery("""
                        SELECT id, row_hash
                        FROM vote
                        ORDER BY id DESC
                        LIMIT 1
                        """)
                .map((rs, context) -> new ChainTail(rs.getLong(1), RowHash.read(rs, 2)))
                .findOne()
                .orElseGet(ChainTail::empty);
    }
}
