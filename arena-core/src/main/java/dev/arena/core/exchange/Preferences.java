package dev.arena.core.exchange;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import java.util.List;

/**
 * AlpacaEval's preferences between output 1 (the baseline) and output 2 (the model): 1 and 2 are wins, 1.5 a draw, which old files write
 * as 0, anything between is soft, and nothing or null is a failed judgment. In which order the judge saw the two is not in the files. A
 * model compared with itself says nothing and is left out.
 */
final class Preferences {
    private static final double DRAW = 1.5;

    private long selves;

    /** Adds what a row says, with the baseline first. */
    void add(Row row, List<String> models, VoteContext context, List<FileRecord> records) {
        Verdict verdict = verdict(row);
        if (models.get(0).equals(models.get(1))) {
            selves++;
            return;
        }
        records.add(new FileVote(row.line(), models, false, verdict, false, 1, 1, context, null));
    }

    private static Verdict verdict(Row row) {
        String allowed = "a number from 1 (the first is better) to 2, 0 or 1.5 for a draw, or nothing for a failure";
        Double preference = Values.number(row, "preference", 0, 2, allowed);
        if (preference == null) {
            return Verdict.abstain(AbstentionReason.FAILED, "recorded without a preference");
        }
        if (preference == 0 || preference == DRAW) {
            return Verdict.tie();
        }
        if (preference < 1) {
            throw row.invalid("preference", row.text("preference"), allowed, "");
        }
        if (preference == 1) {
            return Verdict.first();
        }
        return preference == 2 ? Verdict.second() : new Verdict.Preference(2 - preference);
    }

    List<Notice> notices() {
        return selves == 0
                ? List.of()
                : List.of(new Notice("self_comparisons", "rows of a model against itself, left out: " + selves));
    }
}
