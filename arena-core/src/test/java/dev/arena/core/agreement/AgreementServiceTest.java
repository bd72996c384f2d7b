package dev.arena.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.agreement.AgreementRequest.By;
import dev.arena.core.agreement.AgreementRequest.Intervals;
import dev.arena.core.agreement.AgreementService.Side;
import dev.arena.core.export.AgreementWriter;
import dev.arena.core.export.TableFormat;
import dev.arena.core.leaderboard.RatedVote;
import dev.arena.core.leaderboard.RatingSource;
import dev.arena.core.leaderboard.SwapPolicy;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.leaderboard.VoteNeeds;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.leaderboard.VoteTable;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class AgreementServiceTest {
    private static final Intervals FEW = new Intervals(0.95, 50, 1);

    private final VoteTable table = new VoteTable(VoteNeeds.EVERYTHING);

    private void vote(String judge, JudgeKind kind, String prompt, String models, Verdict verdict) {
        List<String> pair = List.of(models.split(">"));
        RatedVote.Context said = new RatedVote.Context(judge, kind, prompt, 0, "facts", null, null, null);
        table.add(new RatedVote(pair, verdict, 1, 1, true, said, null));
    }

    private void person(String name, String prompt, String models, Verdict verdict) {
        vote(name, JudgeKind.HUMAN, prompt, models, verdict);
    }

    private void model(String prompt, String models, Verdict verdict) {
        vote("big", JudgeKind.LLM, prompt, models, verdict);
    }

    private AgreementReport report(SwapPolicy swap, By by, String... judges) {
        VotePool pool = VotePool.of(table, Map.of(), new RatingSource("votes.csv", null, "1.0", List.of()));
        Side side = new Side("votes.csv", pool.select(VoteFilter.ALL), pool.source());
        List<JudgeSelector> chosen = new ArrayList<>();
        for (String judge : judges) {
            chosen.add(JudgeSelector.parse("--judge", judge));
        }
        return AgreementService.report(
                side, side, new AgreementRequest(List.of(JudgeSelector.people()), chosen, by, swap, FEW));
    }

    @Test
    void report_ordersReExpressed_joinsOnThePairInNoOrder() {
        person("ann", "p1", "a>b", Verdict.first());
        person("ben", "p1", "b>a", Verdict.first());
        person("ann", "p2", "b>a", Verdict.tie());
        person("ann", "p3", "a>b", Verdict.bothBad());
        model("p1", "b>a", Verdict.second());
        model("p2", "a>b", Verdict.first());
        model("p3", "a>b", Verdict.tie());
        model("p4", "a>b", Verdict.first());

        AgreementReport.Row row =
                report(SwapPolicy.TIE, By.NOTHING, "big").rows().get(0);

        // ann on p1 agrees, ben does not, p2 is a tie against a win, both bad is a tie
        assertThat(row.measure("accuracy")).returns(2L, Measure::successes).returns(4L, Measure::trials);
        assertThat(row.measure("accuracy_decisive"))
                .returns(1L, Measure::successes)
                .returns(2L, Measure::trials);
        assertThat(row.measure("reference_accuracy"))
                .returns(0L, Measure::successes)
                .returns(1L, Measure::trials);
        assertThat(row.counts())
                .containsEntry("comparisons", 4L)
                .containsEntry("items", 3L)
                .containsEntry("judge_only_items", 1L)
                .containsEntry("reference_only_items", 0L);
    }

    @Test
    void report_bothOrdersOfAJudge_areFoldedAsThePolicySays() {
        for (String prompt : List.of("p1", "p2", "p3")) {
            person("ann", prompt, "a>b", Verdict.first());
        }
        // consistent for a; a flip to the first position; a win and a tie
        model("p1", "a>b", Verdict.first());
        model("p1", "b>a", Verdict.second());
        model("p2", "a>b", Verdict.first());
        model("p2", "b>a", Verdict.first());
        model("p3", "a>b", Verdict.first());
        model("p3", "b>a", Verdict.tie());

        assertThat(accuracy(SwapPolicy.TIE)).isEqualTo("1/3");
        assertThat(accuracy(SwapPolicy.SIGN)).isEqualTo("2/3");
        assertThat(accuracy(SwapPolicy.RAW)).isEqualTo("4/6");
        assertThat(accuracy(SwapPolicy.DROP)).isEqualTo("1/1");
        AgreementReport.Row row =
                report(SwapPolicy.TIE, By.NOTHING, "big").rows().get(0);
        assertThat(row.measure("flips")).returns(1L, Measure::successes).returns(3L, Measure::trials);
        assertThat(row.measure("consistency").successes()).isEqualTo(1);
        assertThat(row.measure("first_bias").successes()).isEqualTo(2);
    }

    private String accuracy(SwapPolicy swap) {
        Measure measure = report(swap, By.NOTHING, "big").rows().get(0).measure("accuracy");
        return measure.successes() + "/" + measure.trials();
    }

    @Test
    void report_splitByCategoryOrJudge_hasARowForEach() {
        person("ann", "p1", "a>b", Verdict.first());
        person("ben", "p1", "a>b", Verdict.second());
        model("p1", "a>b", Verdict.first());
        vote("small", JudgeKind.LLM, "p1", "a>b", Verdict.second());

        assertThat(report(SwapPolicy.TIE, By.REFERENCE_JUDGE, "big").rows())
                .extracting(
                        AgreementReport.Row::part,
                        row -> row.measure("accuracy").estimate())
                .containsExactly(tuple("reference_judge=ann", 1.0), tuple("reference_judge=ben", 0.0));
        assertThat(report(SwapPolicy.TIE, By.JUDGE, "llm").rows())
                .extracting(AgreementReport.Row::judge)
                .containsExactly("big", "small");
        assertThat(report(SwapPolicy.TIE, By.CATEGORY, "all").rows())
                .extracting(AgreementReport.Row::part)
                .containsExactly("category=facts");
        assertThat(report(SwapPolicy.TIE, By.TURN, "s*l").rows())
                .extracting(AgreementReport.Row::part)
                .containsExactly("turn=0");
    }

    @Test
    void report_abstentionsAndVotesWithoutAPrompt_areCountedAndNoTies() {
        person("ann", "p1", "a>b", Verdict.tie());
        model("p1", "a>b", Verdict.abstain(AbstentionReason.UNPARSED, "?"));
        model("p1", "a>b", Verdict.tie());
        RatedVote.Context nowhere = new RatedVote.Context("ann", JudgeKind.HUMAN, null, 0, null, null, null, null);
        table.add(new RatedVote(List.of("a", "b"), Verdict.first(), 3, 1, true, nowhere, null));

        AgreementReport report = report(SwapPolicy.TIE, By.NOTHING, "big");

        assertThat(report.rows().get(0).measure("accuracy").trials()).isEqualTo(1);
        assertThat(report.excluded()).containsEntry("unparsed", 1L).containsEntry("no_prompt", 3L);
    }

    @Test
    void report_nothingInCommon_saysWhatIsMissing() {
        person("ann", "p1", "a>b", Verdict.first());
        model("p2", "a>b", Verdict.first());
        assertThatThrownBy(() -> report(SwapPolicy.TIE, By.NOTHING, "big"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Nothing to compare: the reference and big judged no prompt, turn and pair of contestants in"
                                + " common. Check --reference and --judge; files need a column prompt_id (or question_id)"
                                + " with the same ids.");
        assertThatThrownBy(() -> report(SwapPolicy.TIE, By.NOTHING, "nobody"))
                .hasMessageStartingWith("Nothing to compare: no verdict of nobody names a prompt.");
        assertThatThrownBy(() -> report(SwapPolicy.TIE, By.NOTHING, " "))
                .hasMessageContaining("--judge is empty")
                .hasMessageContaining("human, llm, metric");
    }

    @Test
    void report_votesOfAPlantedJudge_findThePlantedAccuracyInsideTheInterval() {
        // seed 9: 200 prompts, 4 contestants; the judge says what ann said in 80 % of cases, the opposite in the rest
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(9);
        List<String> pairs = List.of("a>b", "a>c", "a>d", "b>c", "b>d", "c>d");
        for (int prompt = 0; prompt < 200; prompt++) {
            for (String pair : pairs) {
                boolean first = random.nextDouble() < 0.65;
                boolean same = random.nextDouble() < 0.8;
                person("ann", "p" + prompt, pair, first ? Verdict.first() : Verdict.second());
                model("p" + prompt, pair, first == same ? Verdict.first() : Verdict.second());
            }
        }
        AgreementReport report = report(SwapPolicy.TIE, By.NOTHING, "big");
        AgreementReport.Row row = report.rows().get(0);
        Measure accuracy = row.measure("accuracy");
        double lower = Objects.requireNonNull(accuracy.lower());
        double upper = Objects.requireNonNull(accuracy.upper());
        assertThat(lower).isLessThan(0.8);
        assertThat(upper).isGreaterThan(0.8);
        assertThat(upper - lower).isEqualTo(2 * 1.96 * 0.4 / Math.sqrt(1200), within(0.015));
        assertThat(row.measure("kendall").estimate()).isEqualTo(1);
        assertThat(row.measure("cyclic_supported").successes()).isZero();
        assertThat(report.warnings()).isEmpty();
        // the same bytes again, in every format that there is
        for (TableFormat format : TableFormat.values()) {
            if (format == TableFormat.HTML) {
                assertThatThrownBy(() -> AgreementWriter.text(report, format))
                        .isInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(AgreementWriter.text(report(SwapPolicy.TIE, By.NOTHING, "big"), format))
                        .isEqualTo(AgreementWriter.text(report, format))
                        .contains("big");
            }
        }
    }

    @Test
    void report_scriptedJudgeOrFewPrompts_isWarnedAbout() {
        person("ann", "p1", "a>b", Verdict.first());
        vote("planted", JudgeKind.SCRIPTED, "p1", "a>b", Verdict.first());
        AgreementReport report = report(SwapPolicy.TIE, By.NOTHING, "planted");
        assertThat(report.warnings())
                .containsExactly(
                        "Some of these verdicts are simulated (a scripted judge).",
                        "planted: 1 prompts only; read the intervals as too short.");
        // all agree, so the bootstrap is silent: a share of one trial
        assertThat(report.rows().get(0).measure("accuracy").lower()).isEqualTo(0.2065, within(1e-4));
    }
}
