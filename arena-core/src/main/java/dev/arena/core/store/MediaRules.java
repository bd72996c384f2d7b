package dev.arena.core.store;

import dev.arena.core.model.Media;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Holds the pieces of a file against what it is said to be. */
public final class MediaRules {
    private final Media media;
    private final MessageDigest digest;
    private long size;
    private boolean ended;

    public MediaRules(Media media) {
        this.media = media;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes the next piece. */
    public void take(byte[] piece) {
        boolean full = piece.length == MediaStore.PIECE_BYTES;
        if (ended || piece.length == 0 || piece.length > MediaStore.PIECE_BYTES) {
            throw new IllegalArgumentException("a piece of " + piece.length + " bytes after " + size);
        }
        ended = !full;
        size += piece.length;
        digest.update(piece);
    }

    /** After the last piece. */
    public void requireWhole() {
        String sha256 = HexFormat.of().formatHex(digest.digest());
        if (size != media.size() || !sha256.equals(media.sha256())) {
            throw new IllegalArgumentException(
                    "bytes of " + sha256 + " (" + size + ") in place of " + media.sha256() + " (" + media.size() + ")");
        }
    }
}
