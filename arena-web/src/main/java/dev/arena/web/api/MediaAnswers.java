package dev.arena.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.arena.core.media.MediaType;
import dev.arena.core.model.Attachment;
import java.util.ArrayList;
import java.util.List;

/** Attachments as a voter's page gets them. */
final class MediaAnswers {
    private MediaAnswers() {}

    /**
     * One file. Its width and height are not told: a size may be a contestant's habit, and equal boxes need none.
     *
     * @param kind {@code image}, {@code audio} or {@code video}
     */
    record AttachmentAnswer(
            String kind, @JsonProperty("media_type") String mediaType, String url) {}

    /** Those whose files are stored; of others, in databases of before, only the names are known, and they are not told. */
    static List<Attachment> shown(List<Attachment> attachments) {
        return attachments.stream()
                .filter(attachment -> attachment.sha256() != null
                        && MediaType.ofName(attachment.mediaType()).isPresent())
                .toList();
    }

    /** The files of a position of a battle, 0 for its prompt. */
    static List<AttachmentAnswer> of(String token, int position, List<Attachment> attachments) {
        List<AttachmentAnswer> answers = new ArrayList<>();
        for (Attachment attachment : shown(attachments)) {
            MediaType type = MediaType.ofName(attachment.mediaType()).orElseThrow();
            String url = "/api/battles/" + token + "/media/" + position + "/" + (answers.size() + 1);
            answers.add(new AttachmentAnswer(type.kind().word(), type.mediaType(), url));
        }
        return answers;
    }
}
