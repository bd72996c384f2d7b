package dev.arena.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param turns the user's turns in order; empty when only the prompt's key is known (from a file of battles)
 * @param category for filters and splits, or null
 * @param language a BCP 47 code such as {@code en}, or null
 * @param reference a right answer for judges that compare with one, or null
 */
public record PromptText(
        List<String> turns,
        @Nullable String category,
        @Nullable String language,
        @Nullable String reference,
        List<Attachment> attachments) {
    public PromptText {
        turns = List.copyOf(turns);
        attachments = List.copyOf(attachments);
    }

    /** One turn and nothing else known. */
    public static PromptText of(String turn) {
        return new PromptText(List.of(turn), null, null, null, List.of());
    }
}
