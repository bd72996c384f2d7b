package dev.arena.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;

/** Reads a request's body: one JSON object of at most 64 KB. */
final class RequestBody {
    /** Largest body, in bytes. */
    static final int LIMIT = 65_536;

    private RequestBody() {}

    /**
     * The object.
     *
     * @throws ApiException 413, 415 or 400 where it is too large, of another type, or no object
     */
    static JsonNode object(Context context) {
        byte[] bytes = read(context);
        String type = context.contentType() == null ? "" : String.valueOf(context.contentType());
        String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!plain.equals(Json.MEDIA_TYPE)) {
            throw new ApiException(
                    415,
                    "unsupported_media_type",
                    "Send JSON, with Content-Type: application/json.",
                    Map.of("found", Errors.shorten(type), "allowed", Json.MEDIA_TYPE));
        }
        JsonNode value = Json.read(bytes);
        if (!value.isObject()) {
            throw new ApiException(
                    400,
                    "malformed_json",
                    "The body is not a JSON object.",
                    Map.of("found", value.getNodeType().name().toLowerCase(Locale.ROOT), "allowed", "object"));
        }
        return value;
    }

    /** Whether the request has a body at all. */
    static boolean isEmpty(Context context) {
        return context.contentLength() == 0
                || (context.contentLength() < 0 && context.header("Transfer-Encoding") == null);
    }

    /**
     * Refuses a body with anything in it.
     *
     * @param what takes none, as a sentence begins
     * @throws ApiException 400 {@code unknown_field}
     */
    static void requireNone(Context context, String what) {
        if (!isEmpty(context) && !object(context).isEmpty()) {
            throw ApiException.of(400, "unknown_field", what + " takes no fields. Send {} or no body.");
        }
    }

    private static byte[] read(Context context) {
        try (InputStream input = context.req().getInputStream()) {
            byte[] bytes = input.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                RefusedBody.discard(context);
                throw new ApiException(
                        413, "body_too_large", "The body is larger than 65536 bytes.", Map.of("limit_bytes", LIMIT));
            }
            return bytes;
        } catch (IOException e) {
            throw ApiException.of(400, "bad_request", "The body ended early.");
        }
    }
}
