package dev.arena.core.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One JSON list of objects, read item by item. */
final class JsonListRows extends JsonRows {
    private final String file;
    private final RowText text;
    private final JsonParser parser;
    private long item;

    JsonListRows(String file, RowText text) throws IOException {
        this.file = file;
        this.text = text;
        this.parser = Json.MAPPER.createParser(text);
        parser.nextToken();
    }

    @Override
    @Nullable
    Row read() throws IOException {
        try {
            text.beginRow();
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
