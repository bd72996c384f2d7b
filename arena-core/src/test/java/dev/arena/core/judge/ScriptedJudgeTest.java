package dev.arena.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptedJudgeTest {
    private static final int CASES = 20_000;

    private static final Map<String, Double> STRENGTHS = Map.of("strong", 1.0, "weak", 0.0, "mid", 0.5);

    private static ScriptedJudge judge(double bias, double tieRate, double noise) {
        return judge(new ScriptedJudge.Biases(bias, 0, Map.of()), tieRate, noise, ScriptedJudge.Faults.NONE);
    }

    private static ScriptedJudge judge(
            ScriptedJudge.Biases biases, double tieRate, double noise, ScriptedJudge.Faults faults) {
        return new ScriptedJudge(
                new JudgeDraft(JudgeKind.SCRIPTED, "planted", "1"),
                new ScriptedJudge.Habits(STRENGTHS, biases, tieRate, noise, faults));
    }

    private static JudgeCase judgeCase(long seed, String... names) {
        List<ResponseText> texts = Stream.of(names).map(ResponseText::of).toList();
        return JudgeCase.blind(PromptText.of("q"), texts, Hash.seed("scripted-test", Long.toString(seed)))
                .withContestants(List.of(names));
    }

    private static double share(ScriptedJudge judge, Verdict wanted, String... names) {
        int count = 0;
        for (int seed = 0; seed < CASES; seed++) {
            count += judge.decide(judgeCase(seed, names)).verdict().equals(wanted) ? 1 : 0;
        }
        return (double) count / CASES;
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    @Test
    void decide_strengthsAndBias_firstWinsWithTheLogisticOfBoth() {
        assertThat(share(judge(0.6, 0, 0), Verdict.first(), "strong", "weak")).isCloseTo(logistic(1.6), within(0.01));
        assertThat(share(judge(0.6, 0, 0), Verdict.first(), "weak", "strong")).isCloseTo(logistic(-0.4), within(0.01));
    }

    @Test
    void decide_tieRateAndNoise_areMet() {
        assertThat(share(judge(0, 0.25, 0), Verdict.tie(), "strong", "weak")).isCloseTo(0.25, within(0.01));
        assertThat(share(judge(5, 0, 1), Verdict.first(), "strong", "weak")).isCloseTo(0.5, within(0.01));
    }

    @Test
    void decide_sameCase_saysTheSame() {
        ScriptedJudge judge = judge(0.3, 0.1, 0.1);
        assertThat(judge.decide(judgeCase(4, "weak", "mid", "strong")))
                .isEqualTo(judge.decide(judgeCase(4, "weak", "mid", "strong")));
    }

    @Test
    void decide_threePositions_ranksThemAll() {
        Verdict verdict =
                judge(0, 0, 0).decide(judgeCase(1, "weak", "mid", "strong")).verdict();
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Ranking.class,
                        ranking -> assertThat(ranking.ranks()).containsExactlyInAnyOrder(1, 2, 3));
    }

    @Test
    void decide_lengthBias_isLogOddsForEachUnitOfLogLength() {
        ScriptedJudge.Biases biases = new ScriptedJudge.Biases(0, 0.7, Map.of());
        ScriptedJudge judge = judge(biases, 0, 0, ScriptedJudge.Faults.NONE);
        JudgeCase longFirst = JudgeCase.blind(
                PromptText.of("q"), List.of(ResponseText.of("x".repeat(400)), ResponseText.of("y".repeat(100))), 0);
        int first = 0;
        for (int seed = 0; seed < CASES; seed++) {
            JudgeCase one = JudgeCase.blind(
                            longFirst.prompt(), longFirst.responses(), Hash.seed("length", Integer.toString(seed)))
                    .withContestants(List.of("mid", "strong"));
            first += judge.decide(one).verdict().equals(Verdict.first()) ? 1 : 0;
        }
        double expected = logistic(-0.5 + 0.7 * Math.log(4));
        assertThat((double) first / CASES).isCloseTo(expected, within(0.01));
    }

    @Test
    void decide_selfPreference_pullsForThatContestantInBothPositions() {
        ScriptedJudge.Biases biases = new ScriptedJudge.Biases(0, 0, Map.of("weak", 1.5));
        ScriptedJudge judge = judge(biases, 0, 0, ScriptedJudge.Faults.NONE);
        assertThat(share(judge, Verdict.first(), "weak", "strong")).isCloseTo(logistic(0.5), within(0.01));
        assertThat(share(judge, Verdict.second(), "strong", "weak")).isCloseTo(logistic(0.5), within(0.01));
    }

    @Test
    void decide_faults_areAbstentionsAtTheirRatesAndChangeNoOtherVerdict() {
        ScriptedJudge sound = judge(0.4, 0.1, 0.1);
        ScriptedJudge faulty =
                judge(new ScriptedJudge.Biases(0.4, 0, Map.of()), 0.1, 0.1, new ScriptedJudge.Faults(0.1, 0.05, 0.02));
        Map<AbstentionReason, Integer> counts = new EnumMap<>(AbstentionReason.class);
        for (int seed = 0; seed < CASES; seed++) {
            JudgeCase one = judgeCase(seed, "strong", "weak");
            Verdict verdict = faulty.decide(one).verdict();
            if (verdict instanceof Verdict.Abstention abstention) {
                counts.merge(abstention.reason(), 1, Integer::sum);
            } else {
                assertThat(verdict).isEqualTo(sound.decide(one).verdict());
            }
        }
        assertThat(counts)
                .containsOnlyKeys(AbstentionReason.UNPARSED, AbstentionReason.REFUSED, AbstentionReason.FAILED);
        assertThat(counts.get(AbstentionReason.UNPARSED)).isBetween(1850, 2150);
        assertThat(counts.get(AbstentionReason.REFUSED)).isBetween(880, 1120);
        assertThat(counts.get(AbstentionReason.FAILED)).isBetween(330, 470);
    }

    @Test
    void decide_threePositions_firstOfAllIsChosenByThePlackettLuceModel() {
        ScriptedJudge judge = judge(0.6, 0, 0);
        int weakBest = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Verdict verdict =
                    judge.decide(judgeCase(seed, "weak", "mid", "strong")).verdict();
            weakBest += ((Verdict.Ranking) verdict).ranks().get(0) == 1 ? 1 : 0;
        }
        double expected = Math.exp(0.6) / (Math.exp(0.6) + Math.exp(0.5) + Math.exp(1.0));
        assertThat((double) weakBest / CASES).isCloseTo(expected, within(0.01));
    }
}
