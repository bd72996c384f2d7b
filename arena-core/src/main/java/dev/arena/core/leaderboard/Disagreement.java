package dev.arena.core.leaderboard;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A matchup on which judges do not all say the same.
 *
 * @param prompt its key, or null
 * @param turn 0 for the whole conversation
 * @param models contestants by name
 * @param entropy of the outcomes in bits, each judge counting once, its orders and repeats in equal parts
 * @param judges how many voted
 * @param shares of each outcome (a contestant's name, {@code tie}, {@code both_bad}, or a ranking of more than two)
 * @param verdicts one by one, by judge
 */
public record Disagreement(
        @Nullable String prompt,
        int turn,
        @Nullable String category,
        List<String> models,
        double entropy,
        int judges,
        Map<String, Double> shares,
        List<Said> verdicts) {
    public Disagreement {
        models = List.copyOf(models);
        shares = new TreeMap<>(shares);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * One verdict.
     *
     * @param shown contestants in the order shown
     * @param verdict {@code first}, {@code second}, {@code tie}, {@code both_bad}, a share of the first, or ranks
     * @param outcome the same without positions
     */
    public record Said(String judge, List<String> shown, String verdict, String outcome, long count) {}
}
