package dev.arena.core.exchange;

import java.util.List;

/** What the rows of one shape mean. One reader reads one file. */
interface RowReader {
    /**
     * Reads a row.
     *
     * @param records what the row says is added here; nothing is where the row says nothing, such as a pair never compared
     * @throws dev.arena.core.problem.InputException if the row is invalid; it is then set aside as a whole
     */
    void read(Row row, List<FileRecord> records);

    /** What was mended on the way; empty for most shapes. */
    default List<Notice> notices() {
        return List.of();
    }

    /** The reader of a shape. */
    static RowReader of(Shape shape) {
        return switch (shape) {
            case BATTLES -> new BattleRows(BattleRows.Words.MODELS);
            case LEFT_RIGHT -> new BattleRows(BattleRows.Words.SIDES);
            case COUNTS -> new CountRows(CountRows.Columns.INDEXED);
            case COUNTS_AB -> new CountRows(CountRows.Columns.LETTERED);
            case VOTES -> new ExportedVoteRows();
            case RANKINGS -> new RankingRows();
            case RANKINGS_LONG -> new LongRankingRows();
            case ALPACA_EVAL -> new AlpacaEvalRows();
            case COMBINED -> new CombinedRows();
            case RESPONSES -> new ResponseRows();
            case PROMPTS -> new PromptRows();
            case CONTESTANTS -> new ContestantRows();
            case MT_BENCH_PAIR -> new MtBenchPairRows();
            case MT_BENCH_SINGLE -> new MtBenchScoreRows();
            case ARENA_HARD_JUDGMENTS -> new ArenaHardRows();
            case ALPACA_EVAL_ANNOTATIONS -> new AnnotationRows();
            case ALPACA_EVAL_PREFERENCES -> new PreferenceRows();
            case JUDGEBENCH -> new GoldRows(false);
            case JUDGEBENCH_COLUMNS -> new GoldRows(true);
            case QUESTIONS -> new QuestionRows();
            case ANSWERS -> new AnswerRows();
            case REFERENCE_ANSWERS -> new ReferenceAnswerRows();
        };
    }
}
