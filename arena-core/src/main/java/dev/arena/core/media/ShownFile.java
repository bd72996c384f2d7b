package dev.arena.core.media;

import dev.arena.core.model.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a text, as pages are told of it that show who wrote the text.
 *
 * @param kind {@code image}, {@code audio} or {@code video}; null where it is none of them or is not stored
 * @param mediaType that it is served under where it has a kind
 * @param path where the importer found it
 * @param sha256 the stored file; null where it has no kind
 */
public record ShownFile(
        @Nullable String kind,
        String mediaType,
        String path,
        @Nullable String sha256) {
    /** The files of a text, in their order. */
    public static List<ShownFile> of(List<Attachment> attachments) {
        return attachments.stream().map(ShownFile::of).toList();
    }

    private static ShownFile of(Attachment attachment) {
        MediaType type = MediaType.ofName(attachment.mediaType()).orElse(null);
        return attachment.sha256() == null || type == null
                ? new ShownFile(null, attachment.mediaType(), attachment.path(), null)
                : new ShownFile(type.kind().word(), type.mediaType(), attachment.path(), attachment.sha256());
    }
}
