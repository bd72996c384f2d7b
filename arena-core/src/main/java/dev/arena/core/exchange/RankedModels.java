package dev.arena.core.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rule for the models of one ranking: 2 to 32, each once. */
final class RankedModels {
    static final int MOST = 32;

    private RankedModels() {}

    static void check(Row row, String field, List<String> names) {
        if (names.size() < 2 || names.size() > MOST) {
            throw row.invalid(
                    field,
                    names.size() == 1 ? "1 model" : names.size() + " models",
                    "2 to " + MOST + " models in a ranking",
                    "");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw row.invalid(field, name, "each model once in a ranking", "A model cannot battle itself.");
            }
        }
    }
}
