package dev.arena.core.exchange;

import dev.arena.core.model.PromptText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions of MT-Bench ({@code question_id}, {@code turns} of texts, {@code reference} a text for each turn) and of Arena-Hard
 * ({@code uid} or {@code question_id}, a {@code prompt}, or {@code turns} of objects with {@code content}).
 */
final class QuestionRows implements RowReader {
    private final Texts texts = new Texts();

    @Override
    public void read(Row row, List<FileRecord> records) {
        String key = Contexts.question(row);
        boolean listed = row.structure("turns") != null;
        List<String> turns = listed ? texts.contents(row, "turns") : texts.turns(row, "prompt");
        Texts.requireAsked(row, listed ? "turns" : "prompt", turns);
        PromptText text = new PromptText(turns, Values.optionalName(row, "category"), null, reference(row), List.of());
        records.add(new FilePrompt(row.line(), key, text));
    }

    /** The right answers to all turns; null where there is none. */
    private @Nullable String reference(Row row) {
        if (!row.isList("reference")) {
            return PromptRows.reference(texts, row);
        }
        String reference = joined(texts.contents(row, "reference"));
        return reference == null ? null : Texts.bounded(row, "reference", reference);
    }

    /** Right answers to several turns as one text, each on lines of its own; null where all are blank. */
    static @Nullable String joined(List<String> turns) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            if (!turns.get(i).isBlank()) {
                parts.add(turns.size() == 1 ? turns.get(i) : "Turn " + (i + 1) + ":\n" + turns.get(i));
            }
        }
        return parts.isEmpty() ? null : String.join("\n\n", parts);
    }

    @Override
    public List<Notice> notices() {
        return texts.notices();
    }
}
