package dev.arena.core.exchange;

import java.util.List;

/** AlpacaEval's {@code annotations.json}: a judgment with the instruction and both generators. */
final class AnnotationRows implements RowReader {
    private final Texts texts = new Texts();
    private final Models models = new Models();
    private final Preferences preferences = new Preferences();

    @Override
    public void read(Row row, List<FileRecord> records) {
        String key = AlpacaEvalRows.key(row, texts);
        List<String> pair = List.of(models.name(row, "generator_1"), models.name(row, "generator_2"));
        preferences.add(row, pair, Contexts.recorded(row, "annotator", key), records);
    }

    @Override
    public List<Notice> notices() {
        return preferences.notices();
    }
}
