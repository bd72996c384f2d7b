package dev.arena.core.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSONL: an object a line, empty lines skipped. A line that cannot be read does not harm the next. */
final class JsonLineRows extends JsonRows {
    private final String file;
    private final RowText text;
    private long line;

    JsonLineRows(String file, RowText text) {
        this.file = file;
        this.text = text;
    }

    @Override
    @Nullable
    Row read() throws IOException {
        String content = readLine();
        while (content != null && content.isBlank()) {
            content = readLine();
        }
        return content == null ? null : parse(content);
    }

    private @Nullable String readLine() throws IOException {
        line++;
        text.beginRow();
        try {
            return text.readLine();
        } catch (RowText.RowTooLongException e) {
            String next = "Is it JSONL at all?";
            throw new InputException(
                    new InputProblem(file, line, null, String.valueOf(e.getMessage()), "one JSON object a line", next),
                    e);
        }
    }

    private Row parse(String content) {
        try {
            JsonNode node = Json.MAPPER.readTree(content);
            if (node instanceof ObjectNode object) {
                return new JsonRow(file, line, object, 0);
            }
            return broken(content, "");
        } catch (JsonProcessingException e) {
            return broken(content, Json.complaint(e) + ".");
        }
    }

    private BrokenRow broken(String content, String next) {
        InputProblem problem = new InputProblem(file, line, null, content, "one JSON object a line", next);
        return new BrokenRow(problem, TextNode.valueOf(content));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
