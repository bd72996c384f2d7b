package dev.arena.core.judge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds JSON objects in a reply. Strict JSON only; a key written twice makes an object unreadable. */
final class JsonReply {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private JsonReply() {}

    /** The last outermost object that passes; empty too where braces do not close, since something may be missing there. */
    static Optional<JsonNode> last(String text, Predicate<JsonNode> wanted) {
        JsonNode last = null;
        int from = text.indexOf('{');
        while (from >= 0) {
            int end;
            try (JsonParser parser = MAPPER.createParser(text.substring(from))) {
                JsonNode object = MAPPER.readTree(parser);
                end = from + (int) parser.currentLocation().getCharOffset();
                last = wanted.test(object) ? object : last;
            } catch (IOException e) {
                // What stands in braces is no JSON; nothing in it is outermost.
                end = end(text, from);
                if (end < 0) {
                    return Optional.empty();
                }
            }
            from = text.indexOf('{', end);
        }
        return Optional.ofNullable(last);
    }

    /** After the brace that closes the one at {@code from}; -1 where none does. */
    private static int end(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
