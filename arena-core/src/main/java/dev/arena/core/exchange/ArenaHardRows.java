package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import java.util.List;
import java.util.Map;

/**
 * Arena-Hard's {@code model_judgment/<judge>/<model>.jsonl}: a model against a baseline in two games. In the first A is the baseline, in
 * the second A is the model, and nothing is exchanged back. A double sign is a clear win. A game or a score that is null is a failed
 * judgment. Files of v0.1 do not name their baseline.
 */
final class ArenaHardRows implements RowReader {
    private static final int GAMES = 2;
    private static final String ALLOWED = "A>>B, A>B, A=B, B>A, B>>A, or null";

    private static final Map<String, Verdict> SCORES = Map.of(
            "A>>B", win(true, 2),
            "B<<A", win(true, 2),
            "A>B", win(true, 1),
            "B<A", win(true, 1),
            "A=B", Verdict.tie(),
            "B=A", Verdict.tie(),
            "B>A", win(false, 1),
            "A<B", win(false, 1),
            "B>>A", win(false, 2),
            "A<<B", win(false, 2));

    private final Models models = new Models();
    private final Baselines baselines = new Baselines(models);

    private static Verdict win(boolean first, int margin) {
        return new Verdict.Ranking(first ? List.of(1, 2) : List.of(2, 1), margin);
    }

    @Override
    public void read(Row row, List<FileRecord> records) {
        String model = models.name(row, "model");
        String baseline = baselines.of(row, model);
        VoteContext context = Contexts.recorded(row, "judge", Contexts.question(row));
        List<JsonNode> games = Values.list(row, "games");
        if (games == null || games.isEmpty() || games.size() > GAMES) {
            String found = games == null ? null : games.size() + " games";
            throw row.invalid("games", found, "a list of one or two games, the first with the baseline at A", "");
        }
        for (int i = 0; i < games.size(); i++) {
            List<String> shown = i == 0 ? List.of(baseline, model) : List.of(model, baseline);
            records.add(new FileVote(row.line(), shown, true, verdict(row, games.get(i)), false, 1, 1, context, null));
        }
    }

    private static Verdict verdict(Row row, JsonNode game) {
        JsonNode score = game.path("score");
        if (game.isNull() || score.isNull()) {
            return Verdict.abstain(AbstentionReason.FAILED, "recorded without a score");
        }
        Verdict verdict = score.isTextual() ? SCORES.get(score.asText().strip()) : null;
        if (verdict == null) {
            String found = score.isMissingNode() ? null : score.asText();
            throw row.invalid("games", found, ALLOWED + " as score", "");
        }
        return verdict;
    }

    @Override
    public List<Notice> notices() {
        return baselines.notices();
    }
}
