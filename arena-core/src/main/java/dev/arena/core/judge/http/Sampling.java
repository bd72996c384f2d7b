package dev.arena.core.judge.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.judge.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What the model is and how it is sampled; part of the judge's version.
 *
 * @param temperature null leaves it to the endpoint
 * @param length the longest reply, and what the endpoint calls it
 * @param seed null where none is sent
 * @param topTokens how many alternatives of each token are asked for; 0 for none
 * @param extra further keys of the request's body, passed through as they are
 */
record Sampling(
        String model,
        @Nullable Double temperature,
        Length length,
        @Nullable Long seed,
        int topTokens,
        ObjectNode extra) {
    private static final int SHORT = 12;

    /** The longest reply in tokens, under that key. */
    record Length(int tokens, String key) {}

    /** Everything in it that can change a reply, with the template's version. */
    String version(String template, boolean nudge) {
        StringBuilder version = new StringBuilder(model).append('/').append(template);
        version.append("/temperature=").append(temperature == null ? "default" : temperature.toString());
        version.append(",max_tokens=").append(length.tokens());
        version.append(nudge ? "" : ",nudge=false");
        version.append(seed == null ? "" : ",seed=" + seed);
        version.append(topTokens == 0 ? "" : ",top_logprobs=" + topTokens);
        if (!extra.isEmpty()) {
            version.append(",extra=").append(Hash.of(extra.toString()).substring(0, SHORT));
        }
        return version.toString();
    }
}
