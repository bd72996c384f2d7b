package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.ResponseText;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers of MT-Bench and Arena-Hard v0.1 ({@code model_id}, {@code choices} of {@code turns}) and of Arena-Hard v2 ({@code model},
 * {@code messages}). Of several choices the first is read.
 */
final class AnswerRows implements RowReader {
    private final Texts texts = new Texts();
    private final Models models = new Models();
    private long further;

    @Override
    public void read(Row row, List<FileRecord> records) {
        String key = Contexts.question(row);
        String model = models.name(row, row.has("model_id") ? "model_id" : "model");
        List<String> turns = row.structure("choices") == null ? messages(row) : choice(row);
        records.add(new FileResponse(row.line(), key, model, new ResponseText(turns, List.of())));
    }

    private List<String> choice(Row row) {
        List<JsonNode> choices = Values.list(row, "choices");
        further += choices == null || choices.size() < 2 ? 0 : 1;
        return firstChoice(row, texts);
    }

    /** The turns of the first choice. */
    static List<String> firstChoice(Row row, Texts texts) {
        String allowed = "a list of choices, each with a list of turns";
        List<JsonNode> choices = Values.list(row, "choices");
        if (choices == null || choices.isEmpty()) {
            throw row.invalid("choices", choices == null ? null : "[]", allowed, "");
        }
        JsonNode turns = choices.get(0).path("turns");
        if (!turns.isArray() || turns.isEmpty()) {
            throw row.invalid("choices", choices.get(0).toString(), allowed, "");
        }
        List<JsonNode> items = new ArrayList<>();
        turns.forEach(items::add);
        return texts.contents(row, "choices", items);
    }

    private List<String> messages(Row row) {
        List<JsonNode> messages = Values.list(row, "messages");
        List<JsonNode> answers = new ArrayList<>();
        for (JsonNode message : messages == null ? List.<JsonNode>of() : messages) {
            if (message.path("role").asText().equals("assistant")) {
                JsonNode content = message.path("content");
                answers.add(content.isObject() ? content.path("answer") : content);
            }
        }
        if (answers.isEmpty()) {
            throw row.invalid(
                    "messages",
                    messages == null ? null : messages.toString(),
                    "a list of messages with at least one of role 'assistant'",
                    "");
        }
        return texts.contents(row, "messages", answers);
    }

    @Override
    public List<Notice> notices() {
        List<Notice> notices = new ArrayList<>(texts.notices());
        if (further > 0) {
            notices.add(new Notice(
                    "further_choices", "answers with several choices, of which the first is read: " + further));
        }
        return notices;
    }
}
