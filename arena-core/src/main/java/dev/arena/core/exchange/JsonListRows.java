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
        try {
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                requireEnd();
                return null;
            }
            long line = parser.currentTokenLocation().getLineNr();
            JsonNode node = parser.readValueAsTree();
            item++;
            if (node instanceof ObjectNode object) {
                return new JsonRow(file, line, object, item);
            }
            return new BrokenRow(file, line, node.toString(), "a list of JSON objects", "It is item " + item + ".");
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    private void requireEnd() throws IOException {
        if (parser.nextToken() != null) {
            throw new InputException(new InputProblem(
                    file,
                    parser.currentTokenLocation().getLineNr(),
                    null,
                    parser.getText(),
                    "nothing after the end of the list",
                    "For several lists write one, or JSONL."));
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
                        "Nothing after this place can be read; " + item + " items before it could."),
                problem);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
