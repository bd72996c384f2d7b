package dev.arena.core.tournament;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Judge;
import dev.arena.core.store.JudgeLedger;
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
     * @param calls questions sent that came to an end
     * @param attempts how often something was sent, also for questions that were given up
     * @param nudges calls whose first reply could not be read and was asked about once more
     * @param cached answers taken from earlier calls, which cost nothing
     * @param unknownFate questions that may have been sent and paid by a process that was killed; their cost is not known
     * @param knownUsd cost as far as it is known
     * @param unknown ended calls whose cost is not known
     */
    public record Spending(
            long calls,
            long attempts,
            long nudges,
            long cached,
            long unknownFate,
            long promptTokens,
            long completionTokens,
            double knownUsd,
            long unknown) {
        /** What a ledger says; starts without an end that belong to a living process are still in flight. */
        public static Spending of(JudgeLedger ledger) {
            long unknownFate = ledger.open().entrySet().stream()
                    .filter(entry -> !SessionName.isAlive(entry.getKey())
                            || entry.getKey().equals(SessionName.current()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return new Spending(
                    ledger.calls(),
                    ledger.attempts() + ledger.withdrawn(),
                    ledger.nudged(),
                    ledger.cached(),
                    unknownFate,
                    ledger.promptTokens(),
                    ledger.completionTokens(),
                    ledger.cost().knownUsd().doubleValue(),
                    ledger.cost().unknown());
        }
    }

    /** Abstentions that asking again may mend. */
    public long failures() {
        return abstentions.entrySet().stream()
                .filter(entry -> Runner.RETRIED.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
