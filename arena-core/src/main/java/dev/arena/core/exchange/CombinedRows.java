package dev.arena.core.exchange;

import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import java.util.List;

/** A prompt and one response to it in a row; the prompt is repeated for each model. */
final class CombinedRows implements RowReader {
    private final Texts texts = new Texts();
    private final Models models = new Models();

    @Override
    public void read(Row row, List<FileRecord> records) {
        String key = Values.name(row, "prompt_id");
        String model = models.name(row, "model");
        String asked = texts.text(row, "prompt");
        if (asked == null) {
            throw row.invalid("prompt", null, "a text", "");
        }
        Texts.requireAsked(row, "prompt", List.of(asked));
        String answer = texts.text(row, "response");
        if (answer == null) {
            throw row.invalid("response", null, "a text; an empty one is an empty answer", "");
        }
        PromptText prompt = new PromptText(
                List.of(asked),
                Values.optionalName(row, "category"),
                Values.optionalName(row, "language"),
                PromptRows.reference(texts, row),
                List.of());
        records.add(new FilePrompt(row.line(), key, prompt));
        records.add(new FileResponse(row.line(), key, model, ResponseText.of(answer)));
    }

    @Override
    public List<Notice> notices() {
        return texts.notices();
    }
}
