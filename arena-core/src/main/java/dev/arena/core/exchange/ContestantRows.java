package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known about the contestants. */
final class ContestantRows implements RowReader {
    private static final List<String> FACTS = List.of(
            "organization",
            "license",
            "price",
            "price_input",
            "price_output",
            "context",
            "released",
            "retired",
            "about",
            "family",
            "canary");

    private final Models models = new Models();

    @Override
    public void read(Row row, List<FileRecord> records) {
        String model = models.name(row, "model");
        Map<String, String> facts = new TreeMap<>();
        for (String fact : FACTS) {
            String value = fact.equals("canary") ? truth(row, fact) : row.text(fact);
            if (value != null) {
                facts.put(fact, value);
            }
        }
        records.add(new FileContestant(row.line(), model, facts));
    }

    /** A truth value: a JSON boolean, or the word. */
    private static @Nullable String truth(Row row, String field) {
        JsonNode node = row.structure(field);
        String word = node == null ? null : node.asText();
        if (word != null && !word.equals("true") && !word.equals("false")) {
            throw row.invalid(field, word, "true or false", "");
        }
        return word;
    }
}
