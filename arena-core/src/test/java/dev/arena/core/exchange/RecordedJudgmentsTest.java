package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arena.core.exchange.GoldJudgment.Choice;
import dev.arena.core.exchange.Inputs.Content;
import dev.arena.core.leaderboard.VoteNeeds;
import dev.arena.core.leaderboard.VoteTable;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Judgments that other tools recorded: who won in which order, what failed, and what is refused. */
final class RecordedJudgmentsTest {
    private static final Verdict FAILED_REPLY = Verdict.abstain(AbstentionReason.FAILED, "recorded as 'error'");
    private static final Verdict NO_SCORE = Verdict.abstain(AbstentionReason.FAILED, "recorded without a score");

    private static List<FileVote> votes(Content content) {
        return content.records().stream().map(FileVote.class::cast).toList();
    }

    private static String pair(String first, String second) {
        return """
            {"question_id": 81, "model_1": "alpha", "model_2": "beta", "g1_winner": "%s", "g2_winner": "%s", \
            "judge": ["gpt-4", "pair-v2"], "turn": 2, "tstamp": 1686286924.6}
            """.formatted(first, second);
    }

    @Test
    void read_mtBenchPair_twoGamesEachInItsOwnOrder() {
        Content content = Inputs.read(
                Inputs.text(pair("model_1", "model_1") + pair("model_1", "model_2") + pair("tie", "error")));

        assertThat(content.report().shape()).isEqualTo(Shape.MT_BENCH_PAIR);
        assertThat(content.report().votes()).isEqualTo(6);
        assertThat(votes(content))
                .extracting(FileVote::models, FileVote::verdict)
                .containsExactly(
                        tuple(List.of("alpha", "beta"), Verdict.first()),
                        tuple(List.of("beta", "alpha"), Verdict.second()),
                        tuple(List.of("alpha", "beta"), Verdict.first()),
                        tuple(List.of("beta", "alpha"), Verdict.first()),
                        tuple(List.of("alpha", "beta"), Verdict.tie()),
                        tuple(List.of("beta", "alpha"), FAILED_REPLY));
        assertThat(votes(content)).allSatisfy(vote -> {
            assertThat(vote.orderKnown()).isTrue();
            assertThat(vote.context().judge()).isEqualTo("gpt-4/pair-v2");
            assertThat(vote.context().judgeKind()).isEqualTo(JudgeKind.REPLAY);
            assertThat(vote.context().prompt()).isEqualTo("81");
            assertThat(vote.context().turn()).isEqualTo(2);
        });
    }

    @Test
    void read_mtBenchPairOfAnUnknownWinner_isAnErrorThatNamesTheWords() {
        assertThat(Inputs.refusal(pair("model_1", "A")))
                .isEqualTo("votes.csv:1: field 'g2_winner' is 'A'; allowed: model_1, model_2, tie, error.");
        assertThat(Inputs.refusal(pair("model_1", "tie").replace("beta", "alpha")))
                .contains("field 'model_2' is 'alpha'", "A model cannot battle itself.");
    }

    @Test
    void read_arenaHard_baselineFirstThenSecondWithMarginsAndFailures() {
        Content content = Inputs.read(Inputs.text("""
            {"uid": "a1", "category": "coding", "model": "beta", "baseline": "alpha", "judge": "j", "games": [{"score": "A>>B"}, {"score": "A>B"}]}
            {"uid": "a2", "category": "coding", "model": "beta", "baseline": "alpha", "judge": "j", "games": [{"score": "A=B"}, null]}
            {"uid": "a3", "category": "coding", "model": "beta", "baseline": "alpha", "judge": "j", "games": [{"score": null}, {"score": "B>>A"}]}
            """));

        assertThat(content.report().shape()).isEqualTo(Shape.ARENA_HARD_JUDGMENTS);
        List<String> baselineFirst = List.of("alpha", "beta");
        List<String> modelFirst = List.of("beta", "alpha");
        assertThat(votes(content))
                .extracting(FileVote::models, FileVote::verdict)
                .containsExactly(
                        tuple(baselineFirst, new Verdict.Ranking(List.of(1, 2), 2)),
                        tuple(modelFirst, new Verdict.Ranking(List.of(1, 2), 1)),
                        tuple(baselineFirst, Verdict.tie()),
                        tuple(modelFirst, NO_SCORE),
                        tuple(baselineFirst, NO_SCORE),
                        tuple(modelFirst, new Verdict.Ranking(List.of(2, 1), 2)));
        assertThat(content.report().notices()).isEmpty();
    }

    @Test
    void read_arenaHardOfTheFirstVersion_baselineHasNoNameAndThatIsSaid() {
        Content content = Inputs.read(Inputs.text(
                "{\"question_id\": \"q\", \"model\": \"beta\", \"judge\": \"j\", \"games\": [{\"score\": \"B>A\"}]}"));

        assertThat(content.vote(0).models()).containsExactly("baseline", "beta");
        assertThat(content.report().notices())
                .containsExactly(new Notice(
                        "unnamed_baseline", "rows that do not name their baseline, which is called 'baseline': 1"));
    }

    @Test
    void read_arenaHardOfAnUnknownScore_isAnErrorThatNamesTheWords() {
        String row = "{\"uid\": \"q\", \"model\": \"beta\", \"baseline\": \"alpha\", \"games\": [{\"score\": \"A\"}]}";

        assertThat(Inputs.refusal(row))
                .isEqualTo("votes.csv:1: field 'games' is 'A'; allowed: A>>B, A>B, A=B, B>A, B>>A, or null as score.");
        assertThat(Inputs.refusal(row.replace("[{\"score\": \"A\"}]", "[]")))
                .contains("field 'games' is '0 games'; allowed: a list of one or two games");
        assertThat(Inputs.refusal(row.replace("alpha", "beta"))).contains("A model cannot battle itself.");
    }

    @Test
    void read_alpacaEvalAnnotations_softInUnknownOrderUnderTheKeyOfTheInstruction() {
        Content content = Inputs.read(Inputs.text("""
            [{"instruction": "Name a colour.", "generator_1": "alpha", "generator_2": "beta", "annotator": "ann", "preference": 1.25},
             {"instruction": "Name a colour.", "generator_1": "alpha", "generator_2": "beta", "annotator": "ann", "preference": 2},
             {"instruction": "Name a colour.", "generator_1": "alpha", "generator_2": "beta", "annotator": "ann", "preference": 0},
             {"instruction": "Name a colour.", "generator_1": "alpha", "generator_2": "beta", "annotator": "ann", "preference": null},
             {"instruction": "Name a colour.", "generator_1": "alpha", "generator_2": "alpha", "annotator": "ann", "preference": 1.5}]
            """));

        assertThat(content.report().shape()).isEqualTo(Shape.ALPACA_EVAL_ANNOTATIONS);
        assertThat(votes(content))
                .extracting(FileVote::verdict)
                .containsExactly(
                        new Verdict.Preference(0.75),
                        Verdict.second(),
                        Verdict.tie(),
                        Verdict.abstain(AbstentionReason.FAILED, "recorded without a preference"));
        assertThat(votes(content)).allSatisfy(vote -> {
            assertThat(vote.models()).containsExactly("alpha", "beta");
            assertThat(vote.orderKnown()).isFalse();
            assertThat(vote.context().judge()).isEqualTo("ann");
            assertThat(vote.context().prompt()).isEqualTo(AlpacaEvalRows.key("Name a colour.", null));
        });
        assertThat(content.codes()).containsExactly("self_comparisons");
    }

    @Test
    void read_alpacaEvalPreferences_indexIsThePrompt() {
        Content content = Inputs.read(Inputs.text("""
            judge,model,baseline,index,preference,len_baseline,len_model
            j,beta,alpha,0,1,20,30
            j,beta,alpha,1,,20,
            """));

        assertThat(content.report().shape()).isEqualTo(Shape.ALPACA_EVAL_PREFERENCES);
        assertThat(content.vote(0).verdict()).isEqualTo(Verdict.first());
        assertThat(content.vote(0).context().prompt()).isEqualTo("0");
        assertThat(content.vote(0).context().lengths()).isEqualTo(new VoteContext.Lengths(20, 30));
        assertThat(content.vote(1).context().lengths()).isNull();
        assertThat(content.vote(1).verdict().decides()).isFalse();
        assertThat(Inputs.refusal("model,index,preference\nbeta,0,0.5\n"))
                .contains("votes.csv:2: field 'preference' is '0.5'; allowed: a number from 1");
    }

    @Test
    void rate_recordedFailures_areExcludedAndNeverTies() {
        VoteTable table = new VoteTable(VoteNeeds.EVERYTHING);

        VoteFiles.read(Inputs.text(pair("model_1", "error")), ReadOptions.strict(), table);

        assertThat(table.size()).isEqualTo(2);
        assertThat(table.vote(1).verdict()).isEqualTo(FAILED_REPLY);
    }

    @Test
    void read_mtBenchScores_areScoresAndNotVerdicts() {
        String row = "{\"question_id\": 81, \"model\": \"alpha\", \"judge\": [\"gpt-4\", \"single-v1\"], \"score\": %s,"
                + " \"turn\": 1}\n";
        Content content = Inputs.read(Inputs.text(row.formatted("8.5") + row.formatted("-1")));

        assertThat(content.report().shape()).isEqualTo(Shape.MT_BENCH_SINGLE);
        assertThat(content.records())
                .extracting(record -> ((FileScore) record).score())
                .containsExactly(8.5, null);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                        ExchangeReader.readVotes(Inputs.text(row.formatted("8.5")), ReadOptions.strict(), vote -> {})))
                .hasMessageContaining("found 'mt-bench-single'; allowed: verdicts: battles, left-right")
                .hasMessageContaining("a judge of 'type: replay' in a tournament file compares them.");
    }

    @Test
    void readGold_judgeBench_secondDecisionIsExchangedBackAlready() {
        String row = """
            {"pair_id": "p1", "source": "maths", "label": "A>B", "judge_name": "arena_hard", "judgments": [\
            {"judgment": {"judge_model": "m"}, "decision": "A>B"}, {"judgment": {"judge_model": "m"}, "decision": null}]}
            """;
        List<GoldJudgment> found = new ArrayList<>();

        ReadReport report = ExchangeReader.readGold(Inputs.text(row), ReadOptions.strict(), found::add);

        assertThat(report.shape()).isEqualTo(Shape.JUDGEBENCH);
        assertThat(found)
                .containsExactly(
                        new GoldJudgment(1, "p1", "arena_hard/m", 1, Choice.A, Choice.A, "maths"),
                        new GoldJudgment(1, "p1", "arena_hard/m", 2, null, Choice.A, "maths"));
        assertThat(Inputs.refusal(row.replace("\"label\": \"A>B\"", "\"label\": \"A=B\"")))
                .contains("field 'label' is 'A=B'; allowed: A>B, B>A. A gold pair has one right response.");
    }

    @Test
    void readGold_columns_secondDecisionIsExchangedHere() {
        List<GoldJudgment> found = new ArrayList<>();
        String columns = "pair_id,source,label,judge_name,judge_model,decision_order1_AB,decision_order2_BA_as_shown\n";

        ExchangeReader.readGold(
                Inputs.text(columns + "p1,law,B>A,reward,m,A=B,A>B\n"), ReadOptions.strict(), found::add);

        assertThat(found)
                .extracting(GoldJudgment::order, GoldJudgment::decision)
                .containsExactly(tuple(1, Choice.TIE), tuple(2, Choice.B));
        assertThat(found).allSatisfy(judgment -> assertThat(judgment.label()).isEqualTo(Choice.B));
        assertThat(Inputs.refusal(columns + "p1,law,B>A,reward,m,A=B,C\n"))
                .contains("field 'decision_order2_BA_as_shown' is 'C'; allowed: A>B, B>A, A=B.");
    }
}
