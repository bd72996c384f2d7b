package dev.arena.core.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.arena.core.problem.InputProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSONL: an object a line, empty lines skipped. A line that cannot be read does not harm the next. */
final class JsonLineRows implements Rows {
    private final String file;
    private final BufferedReader text;
    private @Nullable Row first;
    private long line;

    JsonLineRows(String file, BufferedReader text) {
        this.file = file;
        this.text = text;
    }

    @Override
    public Collection<String> fields() throws IOException {
        Row row = first();
        List<String> names = new ArrayList<>();
        if (row instanceof BrokenRow broken) {
            throw broken.problem();
        }
        if (row != null) {
            row.raw().fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    @Override
    public long line() throws IOException {
        Row row = first();
        return row == null ? 0 : row.line();
    }

    private @Nullable Row first() throws IOException {
        if (first == null) {
            first = read();
        }
        return first;
    }

    @Override
    public @Nullable Row next() throws IOException {
        Row row = first == null ? read() : first;
        first = null;
        return row;
    }

    private @Nullable Row read() throws IOException {
        String content = text.readLine();
        line++;
        while (content != null && content.isBlank()) {
            content = text.readLine();
            line++;
        }
        return content == null ? null : parse(content);
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
