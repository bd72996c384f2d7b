package dev.arena.core.exchange;

import dev.arena.core.model.PromptText;
import java.util.List;

/** MT-Bench's {@code reference_answer/<model>.jsonl}: right answers in the shape of answers, which become the questions' references. */
final class ReferenceAnswerRows implements RowReader {
    private final Texts texts = new Texts();

    @Override
    public void read(Row row, List<FileRecord> records) {
        String reference = QuestionRows.joined(AnswerRows.firstChoice(row, texts));
        if (reference == null) {
            throw row.invalid("choices", "blank turns", "a right answer that is not blank", "");
        }
        Texts.bounded(row, "choices", reference);
        PromptText text = new PromptText(List.of(), null, null, reference, List.of());
        records.add(new FilePrompt(row.line(), Contexts.question(row), text));
    }

    @Override
    public List<Notice> notices() {
        return texts.notices();
    }
}
