package dev.arena.core.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a CSV or TSV file. */
final class DelimitedRow extends Row {
    private final Map<String, Integer> columns;
    private final String[] cells;

    /**
     * @param columns index of each named column
     */
    DelimitedRow(String file, long line, Map<String, Integer> columns, String... cells) {
        super(file, line);
        this.columns = columns;
        this.cells = cells;
    }

    @Override
    @Nullable
    String value(String field) {
        Integer column = columns.get(field);
        return column == null || column >= cells.length ? null : cells[column];
    }

    @Override
    @Nullable
    JsonNode structure(String field) {
        // A list may be longer than one text: each of its texts is looked at for itself.
        String text = value(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw invalid(field, text, "a JSON list", "");
        }
    }

    @Override
    boolean isList(String field) {
        return false;
    }

    @Override
    JsonNode raw() {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        columns.forEach((name, column) -> {
            if (column < cells.length) {
                row.put(name, cells[column]);
            }
        });
        return row;
    }
}
