package dev.arena.core.tournament;

import dev.arena.core.model.Run;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.JudgeLedger;
import dev.arena.core.store.RunStore;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run has stored, in numbers.
 *
 * @param votes current votes, those of rules and abstentions included
 * @param abstentions of these, abstentions
 * @param calls in the log, failed ones included
 * @param knownUsd what they cost as far as that is known
 */
public record RunCount(long votes, long abstentions, long calls, double knownUsd) {
    /** The numbers of all runs, newest first. */
    public static Map<Run, RunCount> all(ArenaStore store) {
        Map<Run, RunCount> counts = new LinkedHashMap<>();
        for (Run run : store.runs().listRuns()) {
            RunStore.VoteCount votes = store.runs().countVotes(run.id());
            List<JudgeLedger> ledgers = store.calls().ledgers(run.id());
            BigDecimal cost =
                    ledgers.stream().map(ledger -> ledger.cost().knownUsd()).reduce(BigDecimal.ZERO, BigDecimal::add);
            long calls = ledgers.stream().mapToLong(JudgeLedger::calls).sum();
            counts.put(run, new RunCount(votes.votes(), votes.abstentions(), calls, cost.doubleValue()));
        }
        return counts;
    }
}
