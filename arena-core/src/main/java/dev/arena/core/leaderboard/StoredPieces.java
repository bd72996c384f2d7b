package dev.arena.core.leaderboard;

import dev.arena.core.model.VoteId;
import dev.arena.core.problem.ArenaException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CountStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Keeps the rows of the log's votes between starts, a piece each time so many were made. A piece that is missing, damaged, of another
 * log, format or catalog is no piece, and all are made again: they save time and decide nothing.
 */
final class StoredPieces {
    private static final String SUPERSEDED = Exclusion.SUPERSEDED.word();

    private final ArenaStore store;
    private final int rows;
    private final List<int[]> replaced = new ArrayList<>();
    private VotePieces.Written written = new VotePieces.Written();
    private int pieces;
    private boolean kept;

    /**
     * What is kept.
     *
     * @param counts of the table
     * @param replacedBy the vote that took the place of each row's
     * @param own why each row is left out whether or not it is superseded, as a code; 0 where it is not
     */
    record State(VoteTable table, BoardCounts counts, Codes replacedBy, Codes own, CatalogPrint catalog) {}

    /** Pieces of so many rows. */
    StoredPieces(ArenaStore store, int rows) {
        this.store = store;
        this.rows = rows;
    }

    void keep() {
        kept = true;
    }

    /** A row was superseded by another one, which is made next. */
    void replaced(int row, int by) {
        replaced.add(new int[] {row, by});
    }

    /** A row was made. */
    void added(State state) {
        int to = state.table().size();
        if (to % rows != 0) {
            return;
        }
        if (kept && pieces == to / rows - 1) {
            int from = to - rows;
            List<int[]> own = new ArrayList<>();
            for (int row = from; row < to; row++) {
                if (state.own().get(row) != 0) {
                    own.add(new int[] {row, state.own().get(row)});
                }
            }
            VotePieces.Beside beside = new VotePieces.Beside(
                    state.catalog().text(),
                    List.copyOf(replaced),
                    own,
                    state.counts().digest());
            byte[] content = VotePieces.encode(state.table(), written, from, to, beside);
            add(new CountStore.Piece(to / rows, VotePieces.FORMAT, new VoteId(to), content));
        }
        replaced.clear();
    }

    private void add(CountStore.Piece piece) {
        try {
            if (store.counts().add(piece)) {
                pieces++;
            } else {
                // What stands there is of no use to a later start, which makes all of them.
                store.counts().clear();
                kept = false;
            }
        } catch (ArenaException unkept) {
            // A full disk, say: then a start takes longer, and whoever votes is told of the disk.
            kept = false;
        }
    }

    /** Forgets all pieces, which are to be made anew. */
    void clear() {
        if (kept) {
            store.counts().clear();
        }
        written = new VotePieces.Written();
        replaced.clear();
        pieces = 0;
    }

    /**
     * Fills an empty table with all pieces.
     *
     * @return false where one of them is not to be used; the table is of no use then
     */
    boolean restore(State state, LongConsumer progress) {
        CountStore.Piece last = null;
        VotePieces.Rows rowsOfLast = null;
        state.counts().startRestoring();
        for (Optional<CountStore.Piece> piece = store.counts().find(1);
                piece.isPresent();
                piece = store.counts().find(pieces + 1)) {
            last = piece.get();
            try {
                rowsOfLast = VotePieces.decode(last.content(), state.table());
                VotePieces.countAsWritten(state.table(), written);
            } catch (IOException | RuntimeException damaged) {
                return false;
            }
            boolean follows = last.format() == VotePieces.FORMAT
                    && rowsOfLast.from() == state.table().size();
            if (!follows) {
                return false;
            }
            take(rowsOfLast, state);
            pieces++;
            progress.accept(state.table().size());
        }
        state.counts()
                .endRestoring(
                        rowsOfLast == null
                                ? new long[VoteDigest.LIMBS]
                                : rowsOfLast.beside().digest());
        return rowsOfLast == null
                || state.catalog().confirms(rowsOfLast.beside().catalog());
    }

    private static void take(VotePieces.Rows rows, State state) {
        VoteTable table = state.table();
        CodedVote vote = new CodedVote();
        int next = 0;
        rows.beside().own().forEach(pair -> state.own().set(pair[0], pair[1]));
        List<int[]> replaced = rows.beside().replaced();
        for (int at = 0; at < rows.size(); at++) {
            int row = rows.from() + at;
            for (; next < replaced.size() && replaced.get(next)[1] == row; next++) {
                int before = replaced.get(next)[0];
                state.counts().excluding(before, SUPERSEDED);
                table.exclude(before, SUPERSEDED);
                state.replacedBy().set(before, row + 1);
            }
            rows.read(at, vote);
            vote.codes[VoteTable.EXCLUSION] = state.own().get(row);
            table.addKept(vote);
            state.counts().added(row);
        }
    }
}
