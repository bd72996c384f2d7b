package dev.arena.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Compares answers with the schemas of the API document, all the way down: every field that is sent is documented, and the other way round. */
final class DocumentedShape {
    private final JsonNode document;
    private final List<String> differences = new ArrayList<>();

    private DocumentedShape(JsonNode document) {
        this.document = document;
    }

    /**
     * What an answer and its schema say differently, each with its place.
     *
     * @param document openapi.json
     * @param pointer to the schema
     */
    static List<String> differences(JsonNode document, String pointer, JsonNode answer) {
        DocumentedShape shape = new DocumentedShape(document);
        if (document.at(pointer).isMissingNode()) {
            shape.differences.add("no schema " + pointer);
        }
        shape.compare("", document.at(pointer), answer);
        return shape.differences;
    }

    private void compare(String at, JsonNode written, JsonNode answer) {
        JsonNode schema =
                written.has("$ref") ? document.at(written.path("$ref").asText().substring(1)) : written;
        if (schema.has("oneOf")) {
            for (JsonNode one : schema.path("oneOf")) {
                if (one.path("type").asText().equals("null") == answer.isNull()) {
                    compare(at, one, answer);
                }
            }
            return;
        }
        if (!isOf(schema.path("type"), answer)) {
            differences.add(at + " is " + type(answer) + ", documented as " + schema.path("type"));
            return;
        }
        if (schema.has("enum") && !schema.path("enum").toString().contains(answer.toString())) {
            differences.add(at + " is " + answer + ", documented as " + schema.path("enum"));
        }
        if (answer.isObject()) {
            fields(at, schema, answer);
        }
        for (int i = 0; answer.isArray() && i < answer.size(); i++) {
            compare(at + "/" + i, schema.path("items"), answer.get(i));
        }
    }

    private void fields(String at, JsonNode schema, JsonNode answer) {
        if (!schema.has("properties")) {
            JsonNode each = schema.path("additionalProperties");
            answer.properties().forEach(field -> compare(at + "/" + field.getKey(), each, field.getValue()));
            return;
        }
        TreeSet<String> names = new TreeSet<>();
        answer.fieldNames().forEachRemaining(names::add);
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode documented = schema.path("properties").path(name);
            if (documented.isMissingNode()) {
                differences.add(at + "/" + name + " is not documented");
            } else if (answer.has(name)) {
                compare(at + "/" + name, documented, answer.get(name));
            } else if (!schema.has("required")
                    || schema.path("required").toString().contains("\"" + name + "\"")) {
                differences.add(at + "/" + name + " is documented and not sent");
            }
        }
    }

    /** Where no type is documented, everything is of it. */
    private static boolean isOf(JsonNode types, JsonNode answer) {
        if (types.isMissingNode()) {
            return true;
        }
        String type = type(answer);
        boolean found = types.isTextual() && matches(types.asText(), type);
        for (JsonNode one : types) {
            found |= matches(one.asText(), type);
        }
        return found;
    }

    private static boolean matches(String documented, String type) {
        return documented.equals(type) || (documented.equals("number") && type.equals("integer"));
    }

    private static String type(JsonNode answer) {
        if (answer.isNumber()) {
            return answer.isIntegralNumber() ? "integer" : "number";
        }
        return answer.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
