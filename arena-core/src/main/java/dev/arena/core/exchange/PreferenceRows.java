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
        VoteContext context = Contexts.recorded(row, "judge", index);
        Double ofBaseline = Contexts.length(row, "len_baseline");
        Double ofModel = Contexts.length(row, "len_model");
        if (ofBaseline != null && ofModel != null) {
            context = context.withLengths(new VoteContext.Lengths(ofBaseline, ofModel));
        }
        preferences.add(row, List.of(baselines.any(row), model), context, records);
    }

    @Override
    public List<Notice> notices() {
        List<Notice> notices = new ArrayList<>(baselines.notices());
        notices.addAll(preferences.notices());
        return notices;
    }
}
