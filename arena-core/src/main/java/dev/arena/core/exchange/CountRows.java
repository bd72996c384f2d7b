package dev.arena.core.exchange;

import dev.arena.core.model.Verdict;
import java.util.List;

/** How often each verdict was given on a pair: up to four votes with counts, whose order is unknown. */
final class CountRows implements RowReader {
    /** The names of the columns. */
    record Columns(String first, String second, List<String> counts) {
        static final Columns INDEXED =
                new Columns("model_i", "model_j", List.of("n_i_wins", "n_j_wins", "n_tie", "n_both_bad"));
        static final Columns LETTERED =
                new Columns("model_a", "model_b", List.of("a_wins", "b_wins", "ties", "both_bad"));
    }

    private static final int BOTH_BAD = 3;
    private static final List<Verdict> VERDICTS =
            List.of(Verdict.first(), Verdict.second(), Verdict.tie(), Verdict.bothBad());

    private final Columns columns;
    private final Models models = new Models();

    CountRows(Columns columns) {
        this.columns = columns;
    }

    @Override
    public void read(Row row, List<FileRecord> records) {
        List<String> pair = models.pair(row, columns.first(), columns.second());
        VoteContext context = Contexts.read(row);
        for (int i = 0; i < VERDICTS.size(); i++) {
            long count = count(row, i);
            if (count > 0) {
                records.add(new FileVote(row.line(), pair, false, VERDICTS.get(i), false, count, 1, context, null));
            }
        }
    }

    /** A file that has no column of both-bad verdicts has none of them. */
    private long count(Row row, int verdict) {
        String column = columns.counts().get(verdict);
        return verdict == BOTH_BAD && row.exact(column) == null ? 0 : Values.requiredWhole(row, column, 0);
    }
}
