package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.media.MediaType;
import dev.arena.core.model.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts of prompts and responses: kept exactly as they are, but for lone surrogates, which no UTF-8 can hold. */
final class Texts {
    /** Characters in one text: far beyond what anybody reads or votes on, and far below what a database or a browser chokes on. */
    static final int LONGEST = 1_000_000;

    private static final String ATTACHMENTS = "a list of relative paths, or of objects with 'path' and 'media_type'";

    private static final int SHOWN = 40;
    private static final int LONGEST_PATH = 1000;

    private long mended;

    /** How often a lone surrogate was replaced by U+FFFD, as a notice. */
    List<Notice> notices() {
        return mended == 0
                ? List.of()
                : List.of(new Notice(
                        "replaced_surrogates",
                        "texts in which half a character (a lone surrogate) became U+FFFD: " + mended));
    }

    /** The same text, unless it is too long. */
    static String bounded(Row row, String field, String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        throw row.invalid(
                field,
                String.format(Locale.ROOT, "%s… (%,d characters)", text.substring(0, SHOWN), text.length()),
                String.format(Locale.ROOT, "a text of at most %,d characters", LONGEST),
                "Shorten it, or leave the row out.");
    }

    /** The text in a field; null where absent. An empty text is a text. */
    @Nullable
    String text(Row row, String field) {
        String exact = row.exact(field);
        return exact == null ? null : mend(exact);
    }

    /** The turns in {@code turns}, else the one turn in {@code single}. */
    List<String> turns(Row row, String single) {
        List<String> turns = Values.texts(row, "turns");
        if (turns == null) {
            String text = text(row, single);
            if (text == null) {
                throw row.invalid(single, null, "a text; or a list of texts in 'turns'", "");
            }
            return List.of(text);
        }
        if (row.has(single)) {
            throw row.invalid("turns", "a list", "nothing where '" + single + "' is given", "Keep one of the two.");
        }
        if (turns.isEmpty()) {
            throw row.invalid("turns", "[]", "at least one turn", "");
        }
        return turns.stream().map(this::mend).toList();
    }

    /** The texts of a list whose items are texts, or objects with {@code content}. */
    List<String> contents(Row row, String field) {
        List<JsonNode> items = Values.list(row, field);
        if (items == null || items.isEmpty()) {
            throw row.invalid(field, items == null ? null : "[]", "a list of at least one text", "");
        }
        return contents(row, field, items);
    }

    /** The same of items found somewhere in a field. */
    List<String> contents(Row row, String field, List<JsonNode> items) {
        List<String> contents = new ArrayList<>();
        for (JsonNode item : items) {
            JsonNode text = item.isObject() ? item.path("content") : item;
            if (!text.isTextual()) {
                throw row.invalid(field, item.toString(), "texts, or objects with a text in 'content'", "");
            }
            contents.add(mend(bounded(row, field, text.asText())));
        }
        return contents;
    }

    /** Refuses a prompt with a blank turn. */
    static void requireAsked(Row row, String field, List<String> turns) {
        for (String turn : turns) {
            if (turn.isBlank()) {
                throw row.invalid(field, turn, "a prompt that is not blank", "");
            }
        }
    }

    private String mend(String text) {
        StringBuilder mendedText = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            mendedText = mendedText == null ? new StringBuilder(text) : mendedText;
            mendedText.setCharAt(i, '\uFFFD');
        }
        if (mendedText == null) {
            return text;
        }
        mended++;
        return mendedText.toString();
    }

    /** The attachments of a prompt or a response. */
    static List<Attachment> attachments(Row row) {
        List<JsonNode> items = Values.list(row, "attachments");
        List<Attachment> attachments = new ArrayList<>();
        for (JsonNode item : items == null ? List.<JsonNode>of() : items) {
            attachments.add(attachment(row, item));
        }
        return attachments;
    }

    private static Attachment attachment(Row row, JsonNode item) {
        String path = item.isTextual() ? item.asText() : item.path("path").asText("");
        boolean leaves = path.startsWith("/") || path.contains("..") || path.contains(":") || path.contains("\\");
        if (path.isBlank() || leaves || path.length() > LONGEST_PATH || hasControl(path)) {
            throw row.invalid(
                    "attachments",
                    item.toString(),
                    ATTACHMENTS,
                    "Paths are relative to the file, stay below it, and have at most " + LONGEST_PATH
                            + " characters and no control characters.");
        }
        String type = item.path("media_type").asText(typeOf(path));
        if (!type.contains("/")) {
            throw row.invalid(
                    "attachments",
                    item.toString(),
                    ATTACHMENTS,
                    "The type of this one cannot be told from its name; give its media_type.");
        }
        return new Attachment(type, path);
    }

    private static boolean hasControl(String path) {
        return path.chars().anyMatch(Character::isISOControl);
    }

    private static String typeOf(String path) {
        return MediaType.ofEnding(path).map(MediaType::mediaType).orElse("");
    }
}
