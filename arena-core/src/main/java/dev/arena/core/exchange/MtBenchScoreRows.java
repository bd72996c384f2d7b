package dev.arena.core.exchange;

import java.util.List;

/** MT-Bench's {@code <judge>_single.jsonl} (FastChat): a score for each answer, -1 where the judge gave none. */
final class MtBenchScoreRows implements RowReader {
    private static final double NONE = -1;
    private static final String ALLOWED = "a finite score, or -1 for none";

    private final Models models = new Models();

    @Override
    public void read(Row row, List<FileRecord> records) {
        String model = models.name(row, "model");
        VoteContext context = Contexts.recorded(row, "judge", Contexts.question(row));
        Double score = Values.number(row, "score", -Double.MAX_VALUE, Double.MAX_VALUE, ALLOWED);
        records.add(new FileScore(row.line(), model, score == null || score == NONE ? null : score, context));
    }
}
