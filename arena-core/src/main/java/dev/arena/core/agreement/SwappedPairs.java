package dev.arena.core.agreement;

import dev.arena.core.leaderboard.SwapPolicy;
import java.util.ArrayList;
import java.util.List;

/** Pairs one judge's verdicts on one item over both orders, the k-th with the k-th, and folds each pair into one verdict. */
final class SwappedPairs {
    private SwappedPairs() {}

    /** Folded verdicts; what was judged in one order only stays as it is. */
    static List<Said> fold(List<Said> raw, SwapPolicy policy, OrderCounts orders) {
        List<Said> lowFirst = raw.stream().filter(Said::lowFirst).toList();
        List<Said> highFirst = raw.stream().filter(said -> !said.lowFirst()).toList();
        int paired = Math.min(lowFirst.size(), highFirst.size());
        List<Said> folded = new ArrayList<>();
        for (int k = 0; k < paired; k++) {
            pair(lowFirst.get(k), highFirst.get(k), policy, orders, folded);
        }
        for (List<Said> rest : List.of(lowFirst, highFirst)) {
            for (Said said : rest.subList(paired, rest.size())) {
                orders.single(said);
                folded.add(said);
            }
        }
        return folded;
    }

    private static void pair(Said one, Said other, SwapPolicy policy, OrderCounts orders, List<Said> folded) {
        long count = Math.min(one.count(), other.count());
        orders.pair(one.score(), 1 - other.score(), count);
        if (policy == SwapPolicy.RAW) {
            folded.add(one);
            folded.add(other);
            return;
        }
        for (Said said : List.of(one, other)) {
            if (said.count() > count) {
                Said rest = said.with(said.score(), said.count() - count);
                orders.single(rest);
                folded.add(rest);
            }
        }
        boolean same = one.score() == other.score();
        if (policy == SwapPolicy.DROP && !same) {
            return;
        }
        double sum = one.score() + other.score();
        double sign = sum > 1 ? 1 : sum < 1 ? 0 : Said.TIE;
        folded.add(one.with(policy == SwapPolicy.SIGN || same ? sign : Said.TIE, count));
    }
}
