package dev.arena.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Reads and writes JSON: strictly in, with the keys in the order of the record out. */
final class Json {
    static final String MEDIA_TYPE = "application/json";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void answer(Context context, int status, Object value) {
        context.status(status).contentType(MEDIA_TYPE).result(bytes(value));
    }

    /**
     * Reads one JSON value.
     *
     * @throws ApiException 400 {@code malformed_json} with the place
     */
    static JsonNode read(byte[] body) {
        try {
            JsonNode value = MAPPER.readTree(body);
            if (value.isMissingNode()) {
                throw ApiException.of(400, "malformed_json", "The body is empty. Send one JSON object.");
            }
            return value;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new ApiException(
                    400,
                    "malformed_json",
                    "The body is not JSON. Send one JSON object in UTF-8.",
                    Map.of("line", line, "column", column));
        } catch (IOException e) {
            throw ApiException.of(400, "malformed_json", "The body is not JSON in UTF-8. Send one JSON object.");
        }
    }
}
