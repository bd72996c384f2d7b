package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.exchange.ImportRequest;
import dev.arena.core.exchange.ImportResult;
import dev.arena.core.exchange.ImportService;
import dev.arena.core.exchange.Notice;
import dev.arena.core.exchange.Source;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.progress.Progress;
import dev.arena.core.testing.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * AlpacaEval 2 end to end: the published outputs imported, GPT-4-turbo's published preferences replayed in a tournament against the
 * baseline, and the win rates of the run compared with the published leaderboard, which is in percent.
 */
@Tag("reference")
@EnabledIf(ReferenceData.PRESENT)
final class AlpacaEvalReferenceTest {
    private static final String BASELINE = "gpt4_1106_preview";
    private static final double TOLERANCE = 1e-6;
    private static final Set<String> IN_BOTH = Set.of(
            "FuseChat-Gemma-2-9B-Instruct",
            "NullModel",
            "OpenHermes-2.5-Mistral-7B",
            "alpaca-7b",
            "claude-2",
            "falcon-7b-instruct",
            "gemma-7b-it",
            "gpt-3.5-turbo-1106",
            "phi-2",
            "vicuna-13b-v1.5");

    private static String path(String name) {
        return ReferenceData.file("alpaca_eval")
                .resolve(name)
                .toAbsolutePath()
                .normalize()
                .toString();
    }

    private static Arena imported() throws IOException {
        Arena arena = new Arena();
        List<Path> files;
        try (Stream<Path> found = Files.list(ReferenceData.file("alpaca_eval/model_outputs"))) {
            files = found.sorted().toList();
        }
        Source[] sources = files.stream().map(Source::file).toArray(Source[]::new);
        new ImportService(arena.store(), Arena.CLOCK, new Random(2)).run(ImportRequest.of(sources), Progress.silent());
        return arena;
    }

    /** Win rates of the published leaderboard by model, in percent. */
    private static Map<String, Double> official(String leaderboard) throws IOException {
        Map<String, Double> rates = new HashMap<>();
        List<String> lines = Files.readAllLines(ReferenceData.file("alpaca_eval/leaderboards/" + leaderboard));
        int column = List.of(lines.get(0).split(",", -1)).indexOf("win_rate");
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            rates.put(cells.get(0), Double.valueOf(cells.get(column)));
        }
        return rates;
    }

    private static Map<String, Double> winRates(Arena arena, @Nullable String onlyRun) {
        LeaderboardRequest defaults = LeaderboardRequest.forDatabase();
        VoteFilter run = new VoteFilter(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                onlyRun == null ? Set.of() : Set.of(onlyRun),
                Set.of(),
                Set.of(),
                null,
                null,
                Set.of());
        LeaderboardRequest.Inference inference = defaults.inference();
        LeaderboardRequest request = defaults.with(defaults.fitting().withMethod("win-rate"))
                .with(new LeaderboardRequest.Inference(
                        LeaderboardRequest.CiMethod.NONE,
                        inference.level(),
                        inference.cluster(),
                        inference.resamples(),
                        inference.seed(),
                        inference.rankMethod(),
                        inference.bootstrapKind()))
                .with(run);
        Leaderboard board = new LeaderboardService(arena.store(), "test").leaderboard(request);
        Map<String, Double> rates = new TreeMap<>();
        for (LeaderboardRow row : board.rows()) {
            Double rating = row.rating();
            if (rating != null) {
                rates.put(row.modelName(), rating);
            }
        }
        return rates;
    }

    @Test
    void run_replayedWeightedPreferences_winRatesAreTheOfficialOnes() throws IOException {
        Arena arena = imported();

        RunOutcome outcome = arena.run("""
            name: alpaca-eval
            schedule: {type: baseline, baseline: %s}
            orders: fixed
            judges:
              - name: weighted_alpaca_eval_gpt4_turbo
                type: replay
                files: '%s'
                prompts: '%s'
                aliases: {baseline: %s}
            """.formatted(
                        BASELINE,
                        path("preferences_weighted_gpt4_turbo.csv.gz"),
                        path("model_outputs/" + BASELINE + ".json"),
                        BASELINE));

        Map<String, Double> official = official("AlpacaEval_2__weighted_alpaca_eval_gpt4_turbo_leaderboard.csv");
        Map<String, Double> rates = winRates(arena, outcome.run().id().value());
        assertThat(IN_BOTH)
                .allSatisfy(model -> assertThat(100 * rates.getOrDefault(model, Double.NaN))
                        .as(model)
                        .isEqualTo(official.getOrDefault(model, 0.0), within(TOLERANCE)));
        assertThat(rates.get("NullModel")).isEqualTo(0.7691979180386511, within(TOLERANCE / 100));
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
    }

    @Test
    void run_replayedAnnotations_winRateIsTheOfficialOne() throws IOException {
        Arena arena = imported();

        RunOutcome outcome = arena.run("""
            name: annotations
            contestants: [%s, gemma-7b-it]
            schedule: {type: all-pairs}
            orders: fixed
            judges:
              - {name: gpt4-turbo, type: replay, files: '%s'}
            """.formatted(
                        BASELINE,
                        ReferenceData.file("native/alpaca_eval/annotations_gemma-7b-it.json")
                                .toAbsolutePath()
                                .normalize()));

        Map<String, Double> official = official("AlpacaEval_2__weighted_alpaca_eval_gpt4_turbo_leaderboard.csv");
        assertThat(100 * winRates(arena, outcome.run().id().value()).getOrDefault("gemma-7b-it", Double.NaN))
                .isEqualTo(official.getOrDefault("gemma-7b-it", 0.0), within(TOLERANCE));
    }

    @Test
    void run_anotherJudgeOfAFileOfSeveral_winRatesAreThoseOfItsLeaderboard() throws IOException {
        Arena arena = imported();

        RunOutcome outcome = arena.run("""
            name: alpaca-eval-cot
            contestants: [%s, Mixtral-8x7B-Instruct-v0.1, alpaca-7b]
            schedule: {type: baseline, baseline: %s}
            orders: fixed
            judges:
              - name: cot
                type: replay
                files: '%s'
                prompts: '%s'
                judge: alpaca_eval_cot_gpt4_turbo_fn
            """.formatted(
                        BASELINE,
                        BASELINE,
                        path("preferences_other_gpt4_judges.csv.gz"),
                        path("model_outputs/" + BASELINE + ".json")));

        Map<String, Double> official = official("AlpacaEval_2__alpaca_eval_cot_gpt4_turbo_fn_leaderboard.csv");
        Map<String, Double> rates = winRates(arena, outcome.run().id().value());
        assertThat(List.of("Mixtral-8x7B-Instruct-v0.1", "alpaca-7b"))
                .allSatisfy(model -> assertThat(100 * rates.getOrDefault(model, Double.NaN))
                        .as(model)
                        .isEqualTo(official.getOrDefault(model, 0.0), within(TOLERANCE)));
    }

    @Test
    void import_preferencesWithoutOutputs_winRatesOfEveryModelOfTheLeaderboard() throws IOException {
        Arena arena = new Arena();
        Source file = Source.file(ReferenceData.file("alpaca_eval/preferences_weighted_gpt4_turbo.csv.gz"));
        ImportResult result = new ImportService(arena.store(), Arena.CLOCK, new Random(2))
                .run(ImportRequest.of(file), Progress.silent());

        assertThat(result.newVotes()).isEqualTo(46_680);
        assertThat(result.notices()).extracting(Notice::code).containsExactly("unnamed_baseline", "order_unknown");
        Map<String, Double> official = official("AlpacaEval_2__weighted_alpaca_eval_gpt4_turbo_leaderboard.csv");
        Map<String, Double> rates = winRates(arena, null);
        rates.keySet().retainAll(official.keySet());
        assertThat(rates)
                .hasSize(57)
                .allSatisfy((model, rate) -> assertThat(100 * rate)
                        .as(model)
                        .isEqualTo(official.getOrDefault(model, 0.0), within(TOLERANCE)));
    }
}
