package dev.arena.core.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of models seen in a file: each is checked once and kept once. */
final class Models {
    private static final int KEPT = 100_000;

    private final Map<String, String> seen = new HashMap<>();

    /** The model named in a field. */
    String name(Row row, String field) {
        return keep(row, field, row.required(field, "the name of a model"));
    }

    /** That name, checked. */
    String keep(Row row, String field, String name) {
        String known = seen.get(name);
        if (known != null) {
            return known;
        }
        Values.checkName(row, field, name);
        if (seen.size() < KEPT) {
            seen.put(name, name);
        }
        return name;
    }

    /** The two models of a battle. */
    List<String> pair(Row row, String firstField, String secondField) {
        String first = name(row, firstField);
        String second = name(row, secondField);
        if (first.equals(second)) {
            throw row.invalid(
                    secondField, second, "another model than in '" + firstField + "'", "A model cannot battle itself.");
        }
        return List.of(first, second);
    }
}
