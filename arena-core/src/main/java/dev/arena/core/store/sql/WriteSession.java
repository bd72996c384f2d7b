package dev.arena.core.store.sql;

import dev.arena.core.store.PublicIds;
import org.jdbi.v3.core.Handle;

/** What the writer thread hands to a unit of work: its connection, the end of the log of votes, and helpers. */
final class WriteSession {
    private final Handle handle;
    private final PublicIds publicIds;
    private final HotStatements hot;
    private final RowHash rowHash = new RowHash();
    private ChainTail tail = ChainTail.empty();

    WriteSession(Handle handle, PublicIds publicIds) {
        this.handle = handle;
        this.hot = new HotStatements(handle.getConnection());
        this.publicIds = publicIds;
    }

    Handle handle() {
        return handle;
    }

    HotStatements hot() {
        return hot;
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
        tail = hot.of("""
                        SELECT id, row_hash
                        FROM vote
                        ORDER BY id DESC
                        LIMIT 1
                        """)
                .findFirst(rs -> new ChainTail(rs.getLong(1), RowHash.read(rs, 2)))
                .orElseGet(ChainTail::empty);
    }
}
