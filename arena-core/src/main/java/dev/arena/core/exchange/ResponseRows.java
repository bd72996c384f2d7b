package dev.arena.core.exchange;

import dev.arena.core.model.ResponseText;
import java.util.List;

/** Our own responses: the prompt's id, the model, a text or turns. */
final class ResponseRows implements RowReader {
    private final Texts texts = new Texts();
    private final Models models = new Models();

    @Override
    public void read(Row row, List<FileRecord> records) {
        String prompt = Values.name(row, "prompt_id");
        String model = models.name(row, "model");
        ResponseText text = new ResponseText(texts.turns(row, "response"), Texts.attachments(row));
        records.add(new FileResponse(row.line(), prompt, model, text));
    }

    @Override
    public List<Notice> notices() {
        return texts.notices();
    }
}
