package dev.arena.core.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON list of objects, read item by item. */
final class JsonListRows implements Rows {
    private final String file;
    private final JsonParser parser;
    private @Nullable Row first;
    private long item;

    JsonListRows(String file, BufferedReader text) throws IOException {
        this.file = file;
        this.parser = Json.MAPPER.createParser(text);
        parser.nextToken();
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
        try {
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                requireEnd();
                return null;
            }
            long line = parser.currentTokenLocation().getLineNr();
            JsonNode node = Json.ITEMS.readTree(parser);
            item++;
            if (node instanceof ObjectNode object) {
                return new JsonRow(file, line, object, item);
            }
            String where = "It is item " + item + ".";
            InputProblem problem = new InputProblem(file, line, null, node.toString(), "a list of JSON objects", where);
            return new BrokenRow(problem, node);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    private void requireEnd() throws IOException {
        boolean more;
        try {
            more = parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            more = true;
        }
        if (more) {
            throw new InputException(new InputProblem(
                    file,
                    parser.currentTokenLocation().getLineNr(),
                    null,
                    "more text after the list of " + item + " items",
                    "one JSON list",
                    "Several lists are written as one, or as JSONL."));
        }
    }

    private InputException broken(JsonProcessingException problem) {
        long line = problem.getLocation() == null ? 0 : problem.getLocation().getLineNr();
        return new InputException(
                new InputProblem(
                        file,
                        line,
                        null,
                        Json.complaint(problem),
                        "a JSON list of objects",
                        "Items read before it: " + item + "; nothing after it can be read."),
                problem);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
