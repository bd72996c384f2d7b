package dev.arena.core.tournament;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunId;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        Map<RunId, Map<Place, Boolean>> decided = new HashMap<>();
        store.votes().scan(new VoteId(0), cast -> {
            RunId run = cast.battle().draft().origin().run();
            if (run != null) {
                decided.computeIfAbsent(run, id -> new HashMap<>())
                        .put(
                                new Place(cast.battle().id(), cast.judge().id()),
                                cast.vote().verdict().decides());
            }
        });
        Map<Run, RunCount> counts = new LinkedHashMap<>();
        for (Run run : store.runs().listRuns()) {
            Map<Place, Boolean> votes = decided.getOrDefault(run.id(), Map.of());
            long abstentions =
                    votes.values().stream().filter(decides -> !decides).count();
            Cost cost = new Cost();
            store.runs().scanCalls(run.id(), call -> cost.add(call.costUsd() == null ? 0 : call.costUsd()));
            counts.put(run, new RunCount(votes.size(), abstentions, cost.calls, cost.sum.doubleValue()));
        }
        return counts;
    }

    private record Place(BattleId battle, JudgeId judge) {}

    private static final class Cost {
        private long calls;
        private BigDecimal sum = BigDecimal.ZERO;

        void add(double usd) {
            calls++;
            sum = sum.add(BigDecimal.valueOf(usd));
        }
    }
}
