package dev.arena.core.agreement;

import dev.arena.ratings.agreement.Proportion;
import dev.arena.ratings.agreement.SwapConsistency;

/**
 * What the orders shown say of judges: matchups judged in both orders, and those that came merged and marked as contradicting.
 *
 * <p>A source of merged verdicts (MT-Bench) says {@code tie (inconsistent)} where each contestant won once. Such a tie comes without an
 * order, among verdicts that have one.
 */
final class OrderCounts {
    private SwapConsistency pairs = SwapConsistency.NONE;
    private long merged;
    private long mergedFlips;

    void pair(double oneOrder, double otherOrder, long count) {
        pairs = pairs.plus(oneOrder, otherOrder, count);
    }

    void single(Said said) {
        merged += said.count();
        mergedFlips += said.isTie() && !said.orderKnown() ? said.count() : 0;
    }

    /** Matchups judged in both orders here. */
    SwapConsistency pairs() {
        return pairs;
    }

    /** Share of matchups in which each contestant won once. */
    Proportion flips() {
        if (pairs.pairs() == 0) {
            return mergedFlips == 0 || mergedFlips == merged
                    ? new Proportion(0, 0)
                    : new Proportion(mergedFlips, merged);
        }
        return pairs.flipRate();
    }
}
