package dev.arena.core.leaderboard;

import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import java.io.PrintStream;
import java.nio.file.Path;

/** A process that makes the pieces of a database again and again until it is killed, and says so of each time. */
final class PieceProcess {
    private PieceProcess() {}

    /** Takes the database. */
    public static void main(String[] arguments) {
        SqliteArenaStore store = SqliteArenaStore.open(Path.of(arguments[0]), StoreOptions.standard());
        PrintStream out = System.out;
        while (true) {
            store.counts().clear();
            out.println("cleared");
            StoreVotes votes = new StoreVotes(store, StoreReading.USUAL, StoredPiecesTest.PIECE);
            votes.stay();
            votes.refresh();
        }
    }
}
