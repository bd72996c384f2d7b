package dev.arena.core.quality;

import dev.arena.core.model.ContestantId;
import dev.arena.ratings.integrity.FalseDiscoveries;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which bets to act on: of all voters and contestants together, so that of those that are acted on at most the share α is expected to be
 * wrong (e-BH), however many voters there are.
 */
final class BettingVerdicts {
    private BettingVerdicts() {}

    /** Tells each check which of its contestants stay suspect. */
    static void decide(List<BettingCheck> checks) {
        List<BettingCheck.Bet> bets = new ArrayList<>();
        checks.forEach(check -> bets.addAll(check.bets().values()));
        double[] values = bets.stream().mapToDouble(BettingCheck.Bet::capital).toArray();
        BitSet among = FalseDiscoveries.among(values, BettingCheck.ALPHA);
        int next = 0;
        for (BettingCheck check : checks) {
            Map<ContestantId, Boolean> chosen = new HashMap<>();
            for (ContestantId contestant : check.bets().keySet()) {
                chosen.put(contestant, among.get(next++));
            }
            check.choose(chosen);
        }
    }
}
