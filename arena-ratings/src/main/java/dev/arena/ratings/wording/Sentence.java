package dev.arena.ratings.wording;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something said.
 *
 * @param code of the {@link Phrase}
 * @param params the values of its gaps by name: long, double, text or a list of texts
 * @param message the same in English
 */
public record Sentence(String code, Map<String, Object> params, String message) {
    /** Copies the values in their order. */
    public Sentence {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }
}
