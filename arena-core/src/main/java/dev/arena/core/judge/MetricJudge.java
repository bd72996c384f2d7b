package dev.arena.core.judge;

import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.ResponseText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares each response with the prompt's reference; the higher score wins, scores equal within 1e-9 of each other tie. Needs no
 * call and no network. A prompt without a reference is an abstention.
 */
final class MetricJudge implements ActingJudge {
    private final JudgeDraft identity;
    private final Metric metric;
    private final Turns turns;
    private final KnownScores scores;

    MetricJudge(String name, Metric metric, Turns turns) {
        this.identity = identity(name, metric, turns);
        this.metric = metric;
        this.turns = turns;
        this.scores = new KnownScores(metric);
    }

    static JudgeDraft identity(String name, Metric metric, Turns turns) {
        return new JudgeDraft(JudgeKind.METRIC, name, metric.version() + "/" + turns.word());
    }

    /** Which turns of a conversation are compared with the reference. */
    enum Turns {
        /** All of them, joined by a blank line. */
        ALL,
        /** The last one. */
        LAST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        String of(ResponseText response) {
            List<String> turns = response.turns();
            return this == ALL ? String.join("\n\n", turns) : turns.get(turns.size() - 1);
        }
    }

    @Override
    public JudgeDraft identity() {
        return identity;
    }

    @Override
    public Opinion decide(JudgeCase judgeCase) {
        String reference = judgeCase.prompt().reference();
        if (reference == null) {
            return Opinion.notApplicable("the prompt has no reference");
        }
        Optional<String> unreadable = judgeCase.unreadableResponses();
        if (unreadable.isPresent()) {
            return Opinion.notApplicable(unreadable.get());
        }
        List<Double> found = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (ResponseText response : judgeCase.responses()) {
            double score = scores.get(turns.of(response), reference);
            found.add(score);
            shown.add(String.format(Locale.ROOT, "%.6f", score));
        }
        return Opinion.of(Ranks.byScore(found), metric.name() + " " + String.join(" ", shown));
    }
}
