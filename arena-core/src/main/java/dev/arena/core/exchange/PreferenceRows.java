package dev.arena.core.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * AlpacaEval's preferences as a table: {@code model, index, preference}, where the index is the number of the instruction from 0. A file
 * of one baseline and one judge need not name them.
 */
final class PreferenceRows implements RowReader {
    private final Models models = new Models();
    private final Baselines baselines = new Baselines(models);
    private final Preferences preferences = new Preferences();

    @Override
    public void read(Row row, List<FileRecord> records) {
        String index = Long.toString(Values.requiredWhole(row, "index", 0));
        String model = models.name(row, "model");
        preferences.add(row, List.of(baselines.any(row), model), Contexts.recorded(row, "judge", index), records);
    }

    @Override
    public List<Notice> notices() {
        List<Notice> notices = new ArrayList<>(baselines.notices());
        notices.addAll(preferences.notices());
        return notices;
    }
}
