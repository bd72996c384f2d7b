package dev.arena.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.battle.VoteRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a vote from its JSON object; a field of another name or type is an error. */
final class VoteBody {
    private static final List<String> FIELDS = List.of("verdict", "ranks", "margin", "reason", "latency_ms", "answers");
    private static final int MAX_RANKS = 64;

    private VoteBody() {}

    static VoteRequest read(JsonNode body) {
        BodyFields.requireOnly(body, FIELDS, "A vote has no field of that name.");
        return new VoteRequest(
                text(body, "verdict", "first, second, tie, both_bad, skip"),
                ranks(body.get("ranks")),
                integer(body.get("margin"), "margin", "1, 2"),
                text(body, "reason", "text"),
                latency(body.get("latency_ms")),
                answers(body.get("answers")),
                lists(body.path("answers")));
    }

    /** The ids of the questions whose answer came as a list. */
    private static Set<String> lists(JsonNode answers) {
        Set<String> lists = new TreeSet<>();
        answers.properties().forEach(field -> {
            if (field.getValue().isArray()) {
                lists.add(field.getKey());
            }
        });
        return lists;
    }

    private static @Nullable String text(JsonNode body, String field, String allowed) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(field, value, allowed);
        }
        return value.textValue();
    }

    private static @Nullable Integer integer(@Nullable JsonNode value, String field, String allowed) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(field, value, allowed);
        }
        return value.intValue();
    }

    private static @Nullable Long latency(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong("latency_ms", value, "a whole number of milliseconds");
        }
        return value.longValue();
    }

    private static @Nullable List<@Nullable Integer> ranks(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        String allowed = "a list with a whole number or null for each position";
        if (!value.isArray() || value.size() > MAX_RANKS) {
            throw wrong("ranks", value, allowed);
        }
        List<@Nullable Integer> ranks = new ArrayList<>();
        for (JsonNode rank : value) {
            ranks.add(integer(rank, "ranks", allowed));
        }
        return ranks;
    }

    private static SortedMap<String, List<String>> answers(@Nullable JsonNode value) {
        SortedMap<String, List<String>> answers = new TreeMap<>();
        if (value == null || value.isNull()) {
            return answers;
        }
        if (!value.isObject()) {
            throw wrong("answers", value, "an object with the answer to each question by its id");
        }
        value.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                answers.put(field.getKey(), answer("answers." + field.getKey(), field.getValue()));
            }
        });
        return answers;
    }

    private static List<String> answer(String field, JsonNode value) {
        String allowed = "a text, a whole number, or a list of texts";
        List<String> said = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (!one.isTextual() && !one.isIntegralNumber()) {
                throw wrong(field, value, allowed);
            }
            said.add(one.asText());
        }
        return said;
    }

    private static ApiException wrong(String field, JsonNode found, String allowed) {
        return new ApiException(
                400,
                "invalid_value",
                "field '" + field + "' holds a value of the wrong kind; allowed: " + allowed + ".",
                Map.of("field", field, "found", Errors.shorten(found.toString()), "allowed", allowed));
    }
}
