package dev.arena.core.store;

import dev.arena.core.model.Media;
import java.util.Optional;
import java.util.function.Consumer;

/** Files that belong to prompts and responses, by the hash of their bytes: the same file twice is stored once. */
public interface MediaStore {
    /** The size of every piece but the last. */
    int PIECE_BYTES = 1 << 20;

    /**
     * Stores a file, all of it or nothing.
     *
     * @param pieces its bytes; may be asked for them more than once
     * @return whether it was stored now; false where it was before
     * @throws IllegalArgumentException if the pieces are not of {@link #PIECE_BYTES}, or not those of that hash and size
     */
    boolean put(Media media, Pieces pieces);

    /** The file of that hash. */
    Optional<Media> find(String sha256);

    /**
     * A piece of a stored file.
     *
     * @param piece from 0
     * @throws java.util.NoSuchElementException if there is none
     */
    byte[] readPiece(String sha256, int piece);

    /** Bytes in order, in pieces. */
    @FunctionalInterface
    interface Pieces {
        void forEach(Consumer<byte[]> action);
    }
}
