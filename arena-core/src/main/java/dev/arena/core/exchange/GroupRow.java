package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one ranking, which stand together; asked for a field it answers from its first row. */
final class GroupRow extends Row {
    private final Row first;
    private final List<Row> members = new ArrayList<>();
    private int size;

    GroupRow(String file, Row first) {
        super(file, first.line());
        this.first = first;
        add(first);
    }

    /** One more row; beyond what a ranking may hold rows are counted and dropped, so that no group can fill the memory. */
    void add(Row row) {
        size++;
        if (members.size() <= RankedModels.MOST) {
            members.add(row);
        }
    }

    /** Its rows, at most one more than a ranking may hold. */
    List<Row> members() {
        return members;
    }

    /** How many rows it has. */
    int size() {
        return size;
    }

    @Override
    @Nullable
    String value(String field) {
        return first.value(field);
    }

    @Override
    @Nullable
    JsonNode structure(String field) {
        return first.structure(field);
    }

    @Override
    boolean isList(String field) {
        return first.isList(field);
    }

    @Override
    JsonNode raw() {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        members.forEach(row -> rows.add(row.raw()));
        return rows;
    }
}
