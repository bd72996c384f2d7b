package dev.arena.core.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Scores of a metric, computed once: in a tournament each response meets many others, and its score stays the same. Keeps those
 * used last.
 */
final class KnownScores {
    private static final int KEPT = 16_384;
    private static final float LOAD = 0.75f;

    private final Metric metric;
    private final Map<Pair, Double> known = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Double> eldest) {
            return size() > KEPT;
        }
    });

    KnownScores(Metric metric) {
        this.metric = metric;
    }

    private record Pair(String text, String reference) {}

    double get(String text, String reference) {
        Pair pair = new Pair(text, reference);
        Double score = known.get(pair);
        if (score == null) {
            score = metric.score(text, reference);
            known.put(pair, score);
        }
        return score;
    }
}
