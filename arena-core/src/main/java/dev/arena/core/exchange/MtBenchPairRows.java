package dev.arena.core.exchange;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import java.util.List;

/**
 * MT-Bench's {@code <judge>_pair.jsonl} (FastChat): a pair judged in two games. In the first {@code model_1} stood first, in the second
 * {@code model_2} did; both winners are given as models, so the second one needs no exchange but an order of its own. The winner
 * {@code error} is a reply without a verdict, a failed judgment.
 */
final class MtBenchPairRows implements RowReader {
    private static final String ALLOWED = "model_1, model_2, tie, error";

    private final Models models = new Models();

    @Override
    public void read(Row row, List<FileRecord> records) {
        List<String> pair = models.pair(row, "model_1", "model_2");
        VoteContext context = Contexts.recorded(row, "judge", Contexts.question(row));
        records.add(game(row, "g1_winner", pair, context, Verdict.first()));
        records.add(game(row, "g2_winner", List.of(pair.get(1), pair.get(0)), context, Verdict.second()));
    }

    /** One game; {@code ofFirstModel} is what a win of {@code model_1} means in its order. */
    private static FileVote game(Row row, String field, List<String> shown, VoteContext context, Verdict ofFirstModel) {
        String winner = row.required(field, ALLOWED);
        Verdict ofSecondModel = ofFirstModel.equals(Verdict.first()) ? Verdict.second() : Verdict.first();
        Verdict verdict = switch (winner) {
            case "model_1" -> ofFirstModel;
            case "model_2" -> ofSecondModel;
            case "tie" -> Verdict.tie();
            case "error" -> Verdict.abstain(AbstentionReason.FAILED, "recorded as 'error'");
            default -> throw row.invalid(field, winner, ALLOWED, "");
        };
        return new FileVote(row.line(), shown, true, verdict, false, 1, 1, context, null);
    }
}
