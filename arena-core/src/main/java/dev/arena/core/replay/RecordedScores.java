package dev.arena.core.replay;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Scores of single answers, which are compared where two of them meet: the higher one wins, equal ones tie. */
final class RecordedScores {
    private final Map<Answer, List<Score>> scores = new HashMap<>();
    private final Set<String> models = new TreeSet<>();

    private record Answer(String prompt, String model) {}

    /** A score, null where the judge gave none, and where it stands. */
    private record Score(@Nullable Double value, String where) {}

    /** What comparing gives. */
    record Compared(Verdict verdict, String where) {}

    void add(String prompt, String model, @Nullable Double score, String where) {
        models.add(model);
        scores.computeIfAbsent(new Answer(prompt, model), answer -> new ArrayList<>())
                .add(new Score(score, where));
    }

    boolean isEmpty() {
        return scores.isEmpty();
    }

    /** Who has scores. */
    Set<String> models() {
        return Collections.unmodifiableSet(models);
    }

    /** The ranking by score; empty where someone has none recorded, an abstention where a recorded judgment failed. */
    Optional<Compared> compare(String prompt, List<String> shown, int repeat) {
        List<Score> found = new ArrayList<>();
        for (String model : shown) {
            List<Score> all = scores.getOrDefault(new Answer(prompt, model), List.of());
            if (all.size() < repeat) {
                return Optional.empty();
            }
            found.add(all.get(repeat - 1));
        }
        List<Double> values = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (Score score : found) {
            if (score.value() == null) {
                Verdict failed = Verdict.abstain(AbstentionReason.FAILED, "recorded without a score: " + score.where());
                return Optional.of(new Compared(failed, score.where()));
            }
            values.add(score.value());
            places.add(String.format(Locale.ROOT, "%s %s", score.value(), score.where()));
        }
        return Optional.of(new Compared(ranking(values), String.join(", ", places)));
    }

    private static Verdict ranking(List<Double> values) {
        List<Integer> ranks = new ArrayList<>();
        for (double value : values) {
            ranks.add(1 + (int) values.stream().filter(other -> other > value).count());
        }
        return new Verdict.Ranking(ranks, null);
    }
}
