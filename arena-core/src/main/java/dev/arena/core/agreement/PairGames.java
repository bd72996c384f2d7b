package dev.arena.core.agreement;

import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.bradleyterry.BradleyTerry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The games of one side over dense contestants: sums of scores a pair, in one vector, so that prompts can be drawn anew. */
final class PairGames {
    private final List<String> contestants;
    private final Map<String, Integer> index = new TreeMap<>();

    PairGames(List<JudgedItem> items) {
        TreeSet<String> names = new TreeSet<>();
        items.forEach(item -> {
            names.add(item.key().low());
            names.add(item.key().high());
        });
        contestants = List.copyOf(names);
        contestants.forEach(name -> index.put(name, index.size()));
    }

    List<String> contestants() {
        return contestants;
    }

    int contestant(String name) {
        Integer known = index.get(name);
        if (known == null) {
            throw new IllegalArgumentException("contestant '" + name + "' is in no item");
        }
        return known;
    }

    /** Entries of the vector of one side: score and number of games of each pair. */
    int size() {
        return contestants.size() * (contestants.size() - 1);
    }

    /** Adds a verdict to a vector that begins at {@code from}. */
    void add(ItemKey key, Said said, double[] vector, int from) {
        int place = from + 2 * pair(contestant(key.low()), contestant(key.high()));
        vector[place] += said.score() * said.count();
        vector[place + 1] += said.count();
    }

    private int pair(int low, int high) {
        return high * (high - 1) / 2 + low;
    }

    /** Bradley-Terry strengths of all contestants, where all are finite and comparable. */
    Optional<double[]> strengths(double[] vector, int from) {
        EvidenceBuilder builder = Evidence.builder(contestants.size());
        for (int high = 1; high < contestants.size(); high++) {
            for (int low = 0; low < high; low++) {
                double score = vector[from + 2 * pair(low, high)];
                double games = vector[from + 2 * pair(low, high) + 1];
                if (games > 0) {
                    builder.comparison(low, high, Math.min(1, score / games)).weight(games);
                }
            }
        }
        return strengths(
                BradleyTerry.withDefaults().withCovariance(CovarianceKind.NONE).rate(builder.build()));
    }

    static Optional<double[]> strengths(RatingResult result) {
        List<Double> strengths = new ArrayList<>();
        for (Rating rating : result.ratings()) {
            if (rating.strength().isEmpty() || rating.group() != 0) {
                return Optional.empty();
            }
            strengths.add(rating.strength().getAsDouble());
        }
        return strengths.size() < 2
                ? Optional.empty()
                : Optional.of(
                        strengths.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
