package dev.arena.core.exchange;

import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import org.jspecify.annotations.Nullable;

/**
 * Two responses of which is known which is right, to examine judges with.
 *
 * @param file where it stands, for messages
 * @param line from 1
 * @param category for splits, or null
 */
public record GoldPair(
        String file, long line, Label label, @Nullable String category, Content content) {
    /** The right answer. */
    public enum Label {
        /** The first response is better. */
        FIRST,
        /** The second response is better. */
        SECOND,
        /** Neither is better; both bad is one of these. */
        TIE
    }

    /** The texts themselves, or where a database has them. */
    public sealed interface Content permits Shown, Named {}

    /** The texts. */
    public record Shown(PromptText prompt, ResponseText first, ResponseText second) implements Content {}

    /** A prompt's key and the names of two contestants. */
    public record Named(String prompt, String first, String second) implements Content {}
}
