package dev.arena.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every reader of a JSON object refuses in the same words. */
final class BodyFields {
    private BodyFields() {}

    /**
     * Refuses a field of any other name.
     *
     * @param refusal the sentence, such as {@code A vote has no field of that name.}
     * @throws ApiException 400 {@code unknown_field}
     */
    static void requireOnly(JsonNode body, List<String> allowed, String refusal) {
        body.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                throw new ApiException(
                        400,
                        "unknown_field",
                        refusal,
                        Map.of("found", Errors.shorten(name), "allowed", String.join(", ", allowed)));
            }
        });
    }

    /** 400 {@code invalid_value}: what was found, or that nothing was, and what is allowed. */
    static ApiException wrong(String field, @Nullable JsonNode found, String allowed) {
        String shown = found == null ? "missing" : Errors.shorten(found.toString());
        return new ApiException(
                400,
                "invalid_value",
                "field '" + field + "' is " + shown + "; allowed: " + allowed + ".",
                Map.of("field", field, "found", shown, "allowed", allowed));
    }
}
