package dev.arena.core.store;

import dev.arena.core.model.VoteId;
import java.util.Optional;

/**
 * Pieces of the log of votes as whoever counts votes wants to read them again: what a store keeps so that a start need not read every
 * vote. They hold nothing that the log does not, and may be lost.
 */
public interface CountStore {
    /**
     * Adds the piece after the last one.
     *
     * @return false where it does not follow the last one, the log has no such vote, or this store cannot be written to; nothing is
     *     stored then
     */
    boolean add(Piece piece);

    /**
     * A piece by number, from 1.
     *
     * @return empty where there is none, or where it is not what was stored, or the log is not the one it was made of
     */
    Optional<Piece> find(int number);

    /** Removes all pieces. */
    void clear();

    /**
     * A piece.
     *
     * @param number 1, 2, 3, …
     * @param format of the content
     * @param last the last vote in it
     * @param content not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(int number, int format, VoteId last, byte[] content) {}
}
