package dev.arena.core.replay;

import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A verdict as it was recorded.
 *
 * @param models the contestants' names, in the order shown where {@code orderKnown}
 * @param count for how many equal verdicts it stands
 * @param where file and line
 */
record RecordedVerdict(List<String> models, boolean orderKnown, Verdict verdict, long count, String where) {
    /** Whether it is a verdict on these contestants in this order; one of unknown order is, in any. */
    boolean answers(List<String> shown) {
        return !orderKnown || models.equals(shown);
    }

    /** The verdict in the positions of another order. */
    Verdict in(List<String> shown) {
        if (models.equals(shown)) {
            return verdict;
        }
        if (verdict instanceof Verdict.Preference preference) {
            return new Verdict.Preference(1 - preference.first());
        }
        if (verdict instanceof Verdict.Ranking ranking) {
            List<Integer> ranks = new ArrayList<>();
            shown.forEach(name -> ranks.add(ranking.ranks().get(models.indexOf(name))));
            return new Verdict.Ranking(ranks, ranking.margin());
        }
        return verdict;
    }
}
