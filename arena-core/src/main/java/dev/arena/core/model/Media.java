package dev.arena.core.model;

/**
 * A stored file that attachments show.
 *
 * @param sha256 in hex, of its bytes
 * @param mediaType for example {@code image/png}
 * @param size in bytes
 */
public record Media(String sha256, String mediaType, long size) {
    private static final int SHA256_DIGITS = 64;

    public Media {
        if (sha256.length() != SHA256_DIGITS || size < 1) {
            throw new IllegalArgumentException("a file needs a hash and bytes, found '" + sha256 + "' and " + size);
        }
    }
}
