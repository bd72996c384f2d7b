package dev.arena.ratings.internal;

import dev.arena.ratings.Comparisons;
import dev.arena.ratings.Connectivity;
import dev.arena.ratings.Crossing;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.SharedClusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Finds the comparisons between groups that an order of groups rests on. What shares a cluster shares its luck, so a
 * cluster counts once for each two groups: the pairs of a ranking, both orders of a matchup. Weights above 1 add nothing.
 */
public final class Crossings {
    private final Set<Shared> seen = new HashSet<>();
    private final LongIndex pairs = new LongIndex();
    private final List<Crossing> found = new ArrayList<>();

    private Crossings() {}

    /**
     * The connectivity with its crossings.
     *
     * @param connectivity groups and their order
     * @param rows all comparisons
     * @param groupOf group of a contestant, below 0 where it has none
     * @param counted whether a row took part in the fit
     */
    public static Connectivity in(
            Connectivity connectivity, Comparisons rows, IntUnaryOperator groupOf, IntPredicate counted) {
        if (connectivity.groups() < 2) {
            return connectivity;
        }
        Crossings crossings = new Crossings();
        SharedClusters shared = rows.sharedClusters();
        for (int r = 0; r < rows.size(); r++) {
            boolean won = rows.score(r) > 0.5;
            int winner = won ? rows.first(r) : rows.second(r);
            int loser = won ? rows.second(r) : rows.first(r);
            int upper = groupOf.applyAsInt(winner);
            int lower = groupOf.applyAsInt(loser);
            boolean decided = rows.score(r) != 0.5 && connectivity.order().above(upper, lower);
            boolean joined = shared != null && shared.contains(r);
            if (decided && !joined && counted.test(r) && crossings.isNew(rows.cluster(r), upper, lower)) {
                double copies = rows.cluster(r) < 0 ? rows.count(r) : 1;
                crossings.add(winner, loser, copies * Math.min(1, rows.weight(r)));
            }
        }
        if (shared != null) {
            for (Crossing win : shared.wins()) {
                int upper = groupOf.applyAsInt(win.winner());
                int lower = groupOf.applyAsInt(win.loser());
                if (connectivity.order().above(upper, lower)) {
                    crossings.add(win.winner(), win.loser(), win.comparisons());
                }
            }
        }
        crossings.found.sort(Comparator.comparingInt(Crossing::winner).thenComparingInt(Crossing::loser));
        return new Connectivity(connectivity.components(), connectivity.order(), crossings.found);
    }

    /** The result with the crossings of all rows that carry weight. */
    public static RatingResult of(RatingResult result, Comparisons rows) {
        Connectivity whole = in(
                result.diagnostics().connectivity(),
                rows,
                i -> result.rating(i).group(),
                r -> rows.count(r) > 0 && rows.weight(r) > 0);
        return result.withDiagnostics(result.diagnostics().withConnectivity(whole));
    }

    private boolean isNew(int cluster, int upper, int lower) {
        return cluster == Evidence.OWN_CLUSTER || seen.add(new Shared(cluster, upper, lower));
    }

    private void add(int winner, int loser, double comparisons) {
        int number = pairs.add(((long) winner << 32) | loser);
        if (number == found.size()) {
            found.add(new Crossing(winner, loser, comparisons));
        } else {
            double before = found.get(number).comparisons();
            found.set(number, new Crossing(winner, loser, before + comparisons));
        }
    }

    private record Shared(int cluster, int upper, int lower) {}
}
