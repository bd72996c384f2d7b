package dev.arena.core.exchange;

import java.util.List;

/** The baseline of files in which every model meets the same one, and which may not name it. */
final class Baselines {
    /** What a baseline is called that its file does not name. */
    static final String UNNAMED = "baseline";

    private final Models models;
    private long unnamed;

    Baselines(Models models) {
        this.models = models;
    }

    /** The baseline of a row, which is another contestant than its model. */
    String of(Row row, String model) {
        String baseline = any(row);
        if (baseline.equals(model)) {
            throw row.invalid("baseline", baseline, "another model than in 'model'", "A model cannot battle itself.");
        }
        return baseline;
    }

    /** The baseline of a row, even where it is the model. */
    String any(Row row) {
        if (row.has("baseline")) {
            return models.name(row, "baseline");
        }
        unnamed++;
        return UNNAMED;
    }

    List<Notice> notices() {
        return unnamed == 0
                ? List.of()
                : List.of(new Notice(
                        "unnamed_baseline",
                        "rows that do not name their baseline, which is called '" + UNNAMED + "': " + unnamed));
    }
}
