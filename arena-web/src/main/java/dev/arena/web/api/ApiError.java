package dev.arena.web.api;

import java.util.Map;

/**
 * The one shape of every answer that is not a success.
 *
 * @param status the HTTP status again
 * @param code for programs; stable
 * @param message for people; says what to do
 * @param details what was found and what is allowed; may be empty
 */
public record ApiError(int status, String code, String message, Map<String, Object> details) {
    /** As JSON bytes. */
    public byte[] bytes() {
        return Json.bytes(this);
    }
}
