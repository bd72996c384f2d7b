package dev.arena.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricJudgeTest {
    private static PromptText prompt(String reference) {
        return new PromptText(List.of("q"), null, null, reference, List.of());
    }

    private static Opinion decide(Metric metric, PromptText prompt, String... responses) {
        List<ResponseText> texts = Stream.of(responses).map(ResponseText::of).toList();
        return new MetricJudge("m", metric, MetricJudge.Turns.ALL).decide(JudgeCase.blind(prompt, texts, 1));
    }

    @Test
    void decide_betterResponseFirst_saysFirst() {
        Opinion opinion = decide(new ChrfMetric(), prompt("Paris"), "Paris", "London");
        assertThat(opinion.verdict()).isEqualTo(Verdict.first());
        assertThat(opinion.rationale()).isEqualTo("chrf 1.000000 0.000000");
        assertThat(opinion.call()).isNull();
    }

    @Test
    void decide_equalScores_saysTie() {
        assertThat(decide(new ExactMatchMetric(), prompt("Paris"), "Rome", "London")
                        .verdict())
                .isEqualTo(Verdict.tie());
    }

    @Test
    void decide_fourResponses_ranksThemWithTies() {
        assertThat(decide(new RougeLMetric(), prompt("a b c d"), "x", "a b", "a b c d", "c d")
                        .verdict())
                .isEqualTo(new Verdict.Ranking(List.of(4, 2, 1, 2), null));
    }

    @Test
    void decide_promptWithoutReference_abstains() {
        Opinion opinion = decide(new ChrfMetric(), PromptText.of("q"), "a", "b");
        assertThat(opinion.verdict())
                .isEqualTo(Verdict.abstain(AbstentionReason.NOT_APPLICABLE, "the prompt has no reference"));
    }

    @Test
    void decide_severalTurns_comparesAllOrTheLast() {
        ResponseText right = new ResponseText(List.of("one", "two"), List.of());
        ResponseText half = new ResponseText(List.of("x", "two"), List.of());
        JudgeCase both = JudgeCase.blind(prompt("one\n\ntwo"), List.of(half, right), 1);
        JudgeCase last = JudgeCase.blind(prompt("two"), List.of(half, right), 1);
        assertThat(new MetricJudge("m", new ExactMatchMetric(), MetricJudge.Turns.ALL)
                        .decide(both)
                        .verdict())
                .isEqualTo(Verdict.second());
        assertThat(new MetricJudge("m", new ExactMatchMetric(), MetricJudge.Turns.LAST)
                        .decide(last)
                        .verdict())
                .isEqualTo(Verdict.tie());
    }

    @Test
    void identity_otherMetricOrTurns_isAnotherVersion() {
        assertThat(Stream.of(
                                new MetricJudge("m", new ChrfMetric(), MetricJudge.Turns.ALL),
                                new MetricJudge("m", new ChrfMetric(), MetricJudge.Turns.LAST),
                                new MetricJudge("m", new RougeLMetric(), MetricJudge.Turns.ALL))
                        .map(MetricJudge::identity))
                .doesNotHaveDuplicates()
                .allMatch(identity -> identity.kind() == JudgeKind.METRIC);
    }

    @ParameterizedTest
    @CsvSource({
        "'Paris.', ' paris ', 1",
        "'PARIS IST GROSS!', 'Paris  ist\tgroß', 1",
        "'ﬁve', 'FIVE', 1",
        "'1,300', '1300', 0",
        "'I', 'i', 1",
        "'Yes (really).', 'yes (really', 1",
        "'?', '!', 0",
        "'?', '?', 1",
        "'', '', 1",
        "'½', '1⁄2', 1",
        "'a b', 'ab', 0",
    })
    void exactMatch_normalises_caseWidthSpaceAndEnd(String text, String reference, double expected) {
        assertThat(new ExactMatchMetric().score(text, reference)).isEqualTo(expected);
    }
}
