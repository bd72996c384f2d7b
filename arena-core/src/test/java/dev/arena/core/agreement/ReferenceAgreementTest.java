package dev.arena.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.agreement.AgreementRequest.By;
import dev.arena.core.agreement.AgreementRequest.Intervals;
import dev.arena.core.agreement.AgreementService.Side;
import dev.arena.core.exchange.ReadOptions;
import dev.arena.core.exchange.Source;
import dev.arena.core.exchange.VoteFiles;
import dev.arena.core.leaderboard.RatingSource;
import dev.arena.core.leaderboard.Selection;
import dev.arena.core.leaderboard.SwapPolicy;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.leaderboard.VoteNeeds;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.leaderboard.VoteTable;
import dev.arena.core.testing.ReferenceData;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The agreement of GPT-4 with people on MT-Bench, as published (Zheng et al. 2023, table 5) and as counted from its files. */
@Tag("reference")
@EnabledIf(ReferenceData.PRESENT)
final class ReferenceAgreementTest {
    private static final Intervals FEW = new Intervals(0.95, 20, 1);

    private static Side side(String path) {
        VoteTable table = new VoteTable(VoteNeeds.EVERYTHING);
        VoteFiles.read(Source.file(ReferenceData.file(path)), ReadOptions.strict(), table);
        VotePool pool = VotePool.of(table, Map.of(), new RatingSource(path, null, "1.0", List.of()));
        return new Side(path, pool.select(VoteFilter.ALL), pool.source());
    }

    private static List<AgreementReport.Row> rows(By by, String... reference) {
        List<JudgeSelector> people = List.of(reference).stream()
                .map(who -> JudgeSelector.parse("--reference", who))
                .toList();
        return AgreementService.report(
                        side("mt_bench/human_judgments.csv"),
                        side("mt_bench/gpt4_pair_judgments.csv"),
                        new AgreementRequest(people, List.of(), by, SwapPolicy.TIE, FEW))
                .rows();
    }

    private static String share(AgreementReport.Row row, String measure) {
        return row.measure(measure).successes() + "/" + row.measure(measure).trials();
    }

    @Test
    void report_mtBench_countsAreThoseOfTheFiles() {
        AgreementReport.Row row = rows(By.NOTHING).get(0);
        assertThat(share(row, "accuracy")).isEqualTo("2220/3355");
        assertThat(share(row, "accuracy_decisive")).isEqualTo("1823/2129");
        assertThat(share(row, "flips")).isEqualTo("380/2400");
        assertThat(row.counts()).containsEntry("reference_only_items", 0L);
    }

    @Test
    void report_mtBenchByTurn_countsAreThoseOfTheFiles() {
        List<AgreementReport.Row> turns = rows(By.TURN);
        assertThat(turns).extracting(row -> share(row, "accuracy")).containsExactly("1125/1689", "1095/1666");
        assertThat(turns).extracting(row -> share(row, "accuracy_decisive")).containsExactly("911/1060", "912/1069");
    }

    @Test
    void report_expertsOnTheFirstTurn_isTheTableOfThePaper() {
        AgreementReport.Row first = rows(By.TURN, "expert_*").get(0);
        assertThat(share(first, "accuracy")).isEqualTo("886/1343");
        assertThat(share(first, "accuracy_decisive")).isEqualTo("727/859");
        // experts among themselves: 63 % of 721 and 81 % of 479 in the paper
        assertThat(share(first, "reference_accuracy")).isEqualTo("454/721");
        assertThat(share(first, "reference_accuracy_decisive")).isEqualTo("388/479");
    }

    @Test
    void join_onTheOrderAsWritten_wouldLoseHalfOfTheItems() {
        Set<String> judged = new HashSet<>();
        key(side("mt_bench/gpt4_pair_judgments.csv").votes(), judged);
        Set<String> people = new HashSet<>();
        key(side("mt_bench/human_judgments.csv").votes(), people);
        int written = people.size();
        people.retainAll(judged);
        assertThat(written).isEqualTo(2396);
        assertThat(people).hasSize(1232);
    }

    @Test
    void exam_judgeBench_isTheSignRuleOfItsAuthors() {
        AgreementReport report = ExamReports.report(
                RecordedExam.read(
                        Source.file(ReferenceData.file("judgebench/two_order_judgments.csv.gz")), notice -> {}),
                new ExamReports.Options(0.95, false, Map.of()),
                Map.of());
        assertThat(report.rows())
                .extracting(row -> row.judge() + " "
                        + Math.round(1e4
                                        * Objects.requireNonNull(
                                                row.measure("accuracy").estimate()))
                                / 100.0)
                .contains(
                        "arena_hard/o1-mini-2024-09-12 65.71",
                        "reward_model/Skywork_Skywork-Reward-Gemma-2-27B 64.29",
                        "reward_model/internlm_internlm2-20b-reward 63.43")
                .hasSize(7);
    }

    private static void key(Selection votes, Set<String> keys) {
        votes.forEach(
                vote -> keys.add(vote.context().prompt() + " " + vote.context().turn() + " " + vote.models()));
    }
}
