package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.model.PromptText;
import dev.arena.core.testing.ReferenceData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Files as MT-Bench, Arena-Hard, AlpacaEval and JudgeBench publish them, read whole. */
@Tag("reference")
@EnabledIf(ReferenceData.PRESENT)
final class ReferenceJudgmentsTest {
    private static Inputs.Content read(String path) {
        return Inputs.read(Source.file(ReferenceData.file(path)));
    }

    @Test
    void read_mtBenchQuestions_eightyOfTwoTurns() {
        Inputs.Content content = read("native/mt_bench/question.jsonl");

        assertThat(content.report().shape()).isEqualTo(Shape.QUESTIONS);
        assertThat(content.records()).hasSize(80).allSatisfy(record -> {
            PromptText text = ((FilePrompt) record).text();
            assertThat(text.turns()).hasSize(2);
            assertThat(text.category()).isNotNull();
        });
        assertThat(content.report().notices()).isEmpty();
    }

    @Test
    void read_arenaHardQuestionsAndAnswers_everyRow() {
        Inputs.Content questions = read("native/arena_hard/question.jsonl");
        Inputs.Content answers = read("native/arena_hard/v0.1_model_answer_gpt-3.5-turbo-0125.jsonl");

        assertThat(questions.report().shape()).isEqualTo(Shape.QUESTIONS);
        assertThat(questions.records()).hasSize(750);
        assertThat(answers.report().shape()).isEqualTo(Shape.ANSWERS);
        assertThat(answers.records())
                .hasSize(500)
                .allSatisfy(
                        record -> assertThat(((FileResponse) record).model()).isEqualTo("gpt-3.5-turbo-0125"));
    }

    @Test
    void read_alpacaEvalAnnotations_meanIsTheOfficialWinRate() {
        Inputs.Content content = read("native/alpaca_eval/annotations_gemma-7b-it.json");

        assertThat(content.report().shape()).isEqualTo(Shape.ALPACA_EVAL_ANNOTATIONS);
        assertThat(content.records()).hasSize(805);
        assertThat(content.vote(0).models()).containsExactly("gpt4_1106_preview", "gemma-7b-it");
        assertThat(content.vote(0).context().judge()).isEqualTo("weighted_alpaca_eval_gpt4_turbo");
    }

    @Test
    void read_mtBenchTwoOrders_twoGamesARow() {
        Inputs.Content content = read("mt_bench/fastchat_gpt4_pair_phi3_two_order.csv");

        assertThat(content.report().shape()).isEqualTo(Shape.MT_BENCH_PAIR);
        assertThat(content.report().votes()).isEqualTo(2 * content.report().rows());
        long failed = content.records().stream()
                .filter(record -> !((FileVote) record).verdict().decides())
                .count();
        assertThat(failed).isEqualTo(3);
    }

    @Test
    void readVotes_alpacaEvalPreferencesOfOtherJudges_everyJudgeWithItsFailures() {
        Map<String, Long> failures = new TreeMap<>();
        Set<String> judges = new TreeSet<>();
        ExchangeReader.readVotes(
                Source.file(ReferenceData.file("alpaca_eval/preferences_other_gpt4_judges.csv.gz")),
                ReadOptions.strict(),
                vote -> {
                    String judge = String.valueOf(vote.context().judge());
                    judges.add(judge);
                    if (!vote.verdict().decides()) {
                        failures.merge(judge, 1L, Long::sum);
                    }
                });

        assertThat(judges)
                .containsExactly("alpaca_eval_cot_gpt4_turbo_fn", "alpaca_eval_gpt4", "alpaca_eval_gpt4_turbo_fn");
        assertThat(failures.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(64);
    }

    @Test
    void readGold_judgeBench_accuraciesByTheSumOfSigns() {
        Map<String, Map<String, Integer>> sums = new HashMap<>();
        List<GoldJudgment> all = new ArrayList<>();
        ExchangeReader.readGold(
                Source.file(ReferenceData.file("judgebench/two_order_judgments.csv.gz")),
                ReadOptions.strict(),
                judgment -> {
                    all.add(judgment);
                    sums.computeIfAbsent(judgment.judge(), judge -> new HashMap<>())
                            .merge(judgment.item(), sign(judgment), Integer::sum);
                });

        assertThat(all).hasSize(2 * 2370);
        assertThat(accuracy(sums, "arena_hard/o1-mini-2024-09-12")).isEqualTo(65.71, within(0.005));
        assertThat(accuracy(sums, "reward_model/Skywork_Skywork-Reward-Gemma-2-27B"))
                .isEqualTo(64.29, within(0.005));
        assertThat(accuracy(sums, "reward_model/internlm_internlm2-20b-reward")).isEqualTo(63.43, within(0.005));
    }

    private static int sign(GoldJudgment judgment) {
        GoldJudgment.Choice decision = judgment.decision();
        if (decision == null || decision == GoldJudgment.Choice.TIE) {
            return 0;
        }
        return decision == judgment.label() ? 1 : -1;
    }

    private static double accuracy(Map<String, Map<String, Integer>> sums, String judge) {
        Map<String, Integer> items = sums.getOrDefault(judge, Map.of());
        long right = items.values().stream().filter(sum -> sum > 0).count();
        return 100.0 * right / items.size();
    }
}
