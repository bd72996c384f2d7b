package dev.arena.core.exchange;

import dev.arena.core.model.Verdict;
import java.util.List;
import java.util.Map;

/** Battles of two models in a row, the first of which stood first (left). */
final class BattleRows implements RowReader {
    /** The verdict merged from two orders that contradicted each other. */
    private static final String INCONSISTENT = "tie (inconsistent)";

    private static final Verdict TIE = Verdict.tie();

    /**
     * The names of the columns and the words of the winner.
     *
     * @param scored whether a share in a column of its own may stand in place of the winner
     */
    record Words(String first, String second, Map<String, Verdict> verdicts, String allowed, boolean scored) {
        private static final Verdict BOTH_BAD = Verdict.bothBad();

        static final Words MODELS = new Words(
                "model_a",
                "model_b",
                Map.of(
                        "model_a",
                        Verdict.first(),
                        "model_b",
                        Verdict.second(),
                        "tie",
                        TIE,
                        INCONSISTENT,
                        TIE,
                        "both_bad",
                        BOTH_BAD,
                        "tie (bothbad)",
                        BOTH_BAD),
                "model_a, model_b, tie, both_bad, tie (bothbad), tie (inconsistent)",
                true);
        static final Words SIDES = new Words(
                "left",
                "right",
                Map.of("left", Verdict.first(), "right", Verdict.second(), "tie", TIE),
                "left, right, tie",
                false);
    }

    private final Words words;
    private final Models models = new Models();

    BattleRows(Words words) {
        this.words = words;
    }

    @Override
    public void read(Row row, List<FileRecord> records) {
        List<String> pair = models.pair(row, words.first(), words.second());
        String winner = row.text("winner");
        boolean inconsistent = INCONSISTENT.equals(winner);
        records.add(new FileVote(
                row.line(),
                pair,
                !inconsistent,
                verdict(row),
                inconsistent,
                Weights.count(row),
                Weights.weight(row),
                Contexts.read(row),
                null));
    }

    private Verdict verdict(Row row) {
        String winner = row.text("winner");
        if (words.scored() && row.has("score")) {
            return score(row);
        }
        if (winner == null) {
            String allowed = words.allowed() + (words.scored() ? "; or a score in 'score'" : "");
            throw row.invalid("winner", null, allowed, "A row without a verdict is no vote; leave it out.");
        }
        Verdict verdict = words.verdicts().get(winner);
        if (verdict == null) {
            throw row.invalid("winner", winner, words.allowed(), "");
        }
        return verdict;
    }

    private static Verdict score(Row row) {
        String allowed = "a score of the first model in [0, 1]";
        if (row.has("winner")) {
            throw row.invalid(
                    "score", row.text("score"), "nothing where 'winner' is given", "Keep one of the columns.");
        }
        Double share = Values.number(row, "score", 0, 1, allowed);
        if (share == null) {
            throw row.invalid("score", null, allowed, "");
        }
        return new Verdict.Preference(share);
    }
}
