package dev.arena.core.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSONL: an object a line, empty lines skipped. A line that cannot be read does not harm the next. */
final class JsonLineRows implements Rows {
    private static final String ALLOWED = "one JSON object a line";

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
        if (first == null) {
            first = read();
        }
        List<String> names = new ArrayList<>();
        if (first instanceof BrokenRow broken) {
            throw broken.problem();
        }
        if (first != null) {
            first.raw().fieldNames().forEachRemaining(names::add);
        }
        return names;
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
            return new BrokenRow(file, line, content, ALLOWED, "");
        } catch (JsonProcessingException e) {
            return new BrokenRow(file, line, content, ALLOWED, Json.complaint(e) + ".");
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
