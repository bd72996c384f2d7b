package dev.arena.web.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Ends a request with an answer that is not a success. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApiError error;

    ApiException(int status, String code, String message, Map<String, ?> details) {
        super(code, null, false, false);
        this.error = new ApiError(status, code, message, Collections.unmodifiableMap(new TreeMap<>(details)));
    }

    static ApiException of(int status, String code, String message) {
        return new ApiException(status, code, message, Map.of());
    }

    ApiError error() {
        return error;
    }
}
