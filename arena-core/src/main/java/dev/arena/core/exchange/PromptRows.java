package dev.arena.core.exchange;

import dev.arena.core.model.PromptText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our own prompts: an id, a text or turns, and what helps to judge and to filter. */
final class PromptRows implements RowReader {
    private final Texts texts = new Texts();

    @Override
    public void read(Row row, List<FileRecord> records) {
        String key = Values.name(row, "id");
        List<String> turns = texts.turns(row, "prompt");
        Texts.requireAsked(row, row.structure("turns") == null ? "prompt" : "turns", turns);
        PromptText text = new PromptText(
                turns,
                Values.optionalName(row, "category"),
                Values.optionalName(row, "language"),
                reference(texts, row),
                Texts.attachments(row));
        records.add(new FilePrompt(row.line(), key, text));
    }

    /** The right answer, where the file gives one. */
    static @Nullable String reference(Texts texts, Row row) {
        return row.has("reference") ? texts.text(row, "reference") : null;
    }

    @Override
    public List<Notice> notices() {
        return texts.notices();
    }
}
