package dev.arena.core.exchange;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known about the contestants. */
final class ContestantRows implements RowReader {
    private static final List<String> FACTS = List.of("organization", "license", "price", "about");

    private final Models models = new Models();

    @Override
    public void read(Row row, List<FileRecord> records) {
        String model = models.name(row, "model");
        Map<String, String> facts = new TreeMap<>();
        for (String fact : FACTS) {
            String value = row.text(fact);
            if (value != null) {
                facts.put(fact, value);
            }
        }
        records.add(new FileContestant(row.line(), model, facts));
    }
}
