package dev.arena.core.judge;

import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** From scores, a higher one better, to a ranking with ties. */
final class Ranks {
    private static final double TOLERANCE = 1e-9;

    private Ranks() {}

    /** Competition ranks; a score ties with the best of its group within 1e-9 of the larger magnitude. */
    static Verdict byScore(List<Double> scores) {
        return byScore(scores, 0);
    }

    /** The same, where scores at most {@code within} below the best of their group tie with it too. */
    static Verdict byScore(List<Double> scores, double within) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, scores.size()).boxed().toList());
        order.sort(Comparator.comparing(scores::get).reversed());
        Integer[] ranks = new Integer[scores.size()];
        int leader = order.get(0);
        int rank = 1;
        for (int place = 0; place < order.size(); place++) {
            int position = order.get(place);
            if (!tied(scores.get(leader), scores.get(position), within)) {
                leader = position;
                rank = place + 1;
            }
            ranks[position] = rank;
        }
        return new Verdict.Ranking(List.of(ranks), null);
    }

    private static boolean tied(double left, double right, double within) {
        return Math.abs(left - right) <= within + TOLERANCE * Math.max(Math.abs(left), Math.abs(right));
    }
}
