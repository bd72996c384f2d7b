package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A row of a JSON list or of a JSONL file. */
final class JsonRow extends Row {
    private final ObjectNode object;
    private final long item;

    /**
     * @param item its number in a JSON list, from 1; 0 in JSONL
     */
    JsonRow(String file, long line, ObjectNode object, long item) {
        super(file, line);
        this.object = object;
        this.item = item;
    }

    @Override
    @Nullable
    String value(String field) {
        JsonNode node = object.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual() && !node.isNumber()) {
            throw invalid(field, node.toString(), "a text or a number", "");
        }
        return node.asText();
    }

    @Override
    @Nullable
    JsonNode structure(String field) {
        JsonNode node = object.get(field);
        return node == null || node.isNull() ? null : node;
    }

    @Override
    boolean isList(String field) {
        JsonNode node = object.get(field);
        return node != null && node.isArray();
    }

    @Override
    JsonNode raw() {
        return object;
    }

    @Override
    String whereabouts() {
        return item == 0 ? "" : "It is item " + item + " of the list.";
    }
}
