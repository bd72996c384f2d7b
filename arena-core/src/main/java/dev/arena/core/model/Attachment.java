package dev.arena.core.model;

import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a prompt or a response.
 *
 * @param mediaType for example {@code image/png}
 * @param path where the importer found it, relative to the imported file
 * @param sha256 the stored file, by the hash of its cleaned bytes; null where only its name is known, as in older databases
 */
public record Attachment(
        String mediaType, String path, @Nullable String sha256) {
    /** A file of which only the name is known. */
    public Attachment(String mediaType, String path) {
        this(mediaType, path, null);
    }

    /** Whether both are the same file for all that a voter sees; files that are not stored are told apart by their names. */
    public boolean showsTheSameAs(Attachment other) {
        if (sha256 == null || other.sha256 == null) {
            return mediaType.equals(other.mediaType) && path.equals(other.path);
        }
        return mediaType.equals(other.mediaType) && sha256.equals(other.sha256);
    }
}
