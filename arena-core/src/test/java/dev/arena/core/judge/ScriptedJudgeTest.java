package dev.arena.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptedJudgeTest {
    private static final int CASES = 20_000;

    private static ScriptedJudge judge(double bias, double tieRate, double noise) {
        return new ScriptedJudge(
                new JudgeDraft(JudgeKind.SCRIPTED, "planted", "1"),
                new ScriptedJudge.Habits(Map.of("strong", 1.0, "weak", 0.0, "mid", 0.5), bias, tieRate, noise));
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
}
