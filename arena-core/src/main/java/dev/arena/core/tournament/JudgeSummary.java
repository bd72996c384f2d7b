package dev.arena.core.tournament;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Judge;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one judge did in a run.
 *
 * @param votes verdicts that decide, ties included
 * @param ties of these, ties
 * @param bothBad of these, both bad
 * @param abstentions by reason; never counted as ties
 * @param position how it treats positions
 * @param spending what its calls took; null where it needs none
 */
public record JudgeSummary(
        Judge judge,
        long votes,
        long ties,
        long bothBad,
        Map<AbstentionReason, Long> abstentions,
        Position position,
        @Nullable Spending spending) {
    /**
     * Verdicts by position.
     *
     * @param decisive verdicts with one winner
     * @param first of these, won by the first position
     * @param compared matchups with a verdict in more than one order
     * @param consistent of these, with the same ranking of the contestants in every order
     */
    public record Position(long decisive, long first, long compared, long consistent) {}

    /**
     * Calls and their cost, failed ones and retries included.
     *
     * @param attempts how often something was sent
     * @param knownUsd cost as far as it is known
     * @param unknown calls whose cost is not known
     */
    public record Spending(
            long calls, long attempts, long promptTokens, long completionTokens, double knownUsd, long unknown) {}

    /** Abstentions that asking again may mend. */
    public long failures() {
        return abstentions.entrySet().stream()
                .filter(entry -> Runner.RETRIED.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
