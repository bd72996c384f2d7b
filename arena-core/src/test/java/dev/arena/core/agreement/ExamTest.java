package dev.arena.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.agreement.ExamAnswer.Choice;
import dev.arena.core.exchange.GoldPair;
import dev.arena.core.exchange.GoldPairs;
import dev.arena.core.exchange.Source;
import dev.arena.core.model.RunId;
import dev.arena.core.problem.ArenaException;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.UsageException;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.tournament.Plan;
import dev.arena.core.tournament.Planner;
import dev.arena.core.tournament.RunOutcome;
import dev.arena.core.tournament.RunRegistry;
import dev.arena.core.tournament.Runner;
import dev.arena.core.tournament.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamTest {
    private static final String GOLD = """
        {"prompt":"2+2?","response_a":"four","response_b":"five","label":"A>B","reference":"four","category":"sums"}
        {"prompt":"3+3?","response_a":"seven","response_b":"six","label":"B>A","reference":"six","category":"sums"}
        {"prompt":"hi","response_a":"hello","response_b":"howdy","label":"A=B","reference":"good day","category":"talk"}
        """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "FIRST,FIRST,FIRST,1,1",
        "FIRST,TIE,FIRST,1,0",
        "FIRST,SECOND,FIRST,0,0",
        "FIRST,,FIRST,1,0",
        ",,FIRST,0,0",
        "TIE,TIE,FIRST,0,0",
        "SECOND,SECOND,FIRST,0,0",
        "TIE,TIE,TIE,1,1",
        "TIE,FIRST,TIE,0,0",
        "TIE,,TIE,1,0"
    })
    void report_twoOrders_areMarkedByTheSignRule(
            @Nullable Choice one, @Nullable Choice other, Choice label, long right, long rightInBoth) {
        List<ExamAnswer> answers = List.of(
                new ExamAnswer("p", "j", true, one, label, null), new ExamAnswer("p", "j", false, other, label, null));
        AgreementReport.Row row = report(answers).rows().get(0);
        assertThat(row.measure("accuracy")).returns(right, Measure::successes).returns(1L, Measure::trials);
        assertThat(row.measure("consistent_accuracy").successes()).isEqualTo(rightInBoth);
    }

    @Test
    void report_judgeThatLikesTheFirstPosition_isSeen() {
        List<ExamAnswer> answers = new ArrayList<>();
        for (int pair = 0; pair < 10; pair++) {
            answers.add(new ExamAnswer("p" + pair, "j", true, Choice.FIRST, Choice.FIRST, null));
            answers.add(new ExamAnswer(
                    "p" + pair, "j", false, pair < 6 ? Choice.SECOND : Choice.FIRST, Choice.FIRST, null));
        }
        AgreementReport.Row row = report(answers).rows().get(0);
        assertThat(row.measure("accuracy").successes()).isEqualTo(4);
        assertThat(row.measure("flips").successes()).isEqualTo(6);
        assertThat(row.measure("first_bias").successes()).isEqualTo(6);
        assertThat(row.measure("first_position"))
                .returns(16L, Measure::successes)
                .returns(20L, Measure::trials);
    }

    private static AgreementReport report(List<ExamAnswer> answers) {
        return ExamReports.report(answers, new ExamReports.Options(0.95, true, Map.of()), Map.of());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static InMemoryArenaStore store() {
        return new InMemoryArenaStore(chance());
    }

    private static RandomGenerator chance() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(4);
    }

    private static RunOutcome run(Plan plan, ArenaStore store) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));
        Runner runner = new Runner(store, clock, chance(), Map.of());
        var run = new RunRegistry(store, clock).enter(plan).run();
        return runner.run(plan, run, new Runner.Controls(new StopSignal(), Progress.silent()));
    }

    @Test
    void exam_metricJudges_areAskedBothOrdersOnceAndMarked() throws IOException {
        List<GoldPair> pairs = GoldPairs.read(Source.file(file("gold.jsonl", GOLD)));
        Path judges = file("judges.yaml", "judges: [{name: exact, type: metric, metric: exact-match}]\n");
        try (ArenaStore exam = store();
                ArenaStore none = store()) {
            Exam stored = Exam.store(pairs, none.catalog(), exam);
            Plan plan = Planner.plan(ExamTournament.read(judges, stored.keys()), exam.catalog());
            RunId run = run(plan, exam).run().id();
            AgreementReport report = report(stored.answers(exam, run));

            assertThat(report.rows())
                    .extracting(AgreementReport.Row::part)
                    .containsExactly("", "category=sums", "category=talk");
            // the greeting is a tie for a metric that finds neither, as the label says
            assertThat(report.rows().get(0).measure("accuracy")).returns(3L, Measure::successes);
            assertThat(report.rows().get(0).measure("consistent_accuracy").successes())
                    .isEqualTo(3);
            long votes = exam.votes().count();
            assertThat(votes).isEqualTo(6);
            // the same exam again asks nobody
            Exam again = Exam.store(pairs, none.catalog(), exam);
            assertThat(run(Planner.plan(ExamTournament.read(judges, again.keys()), exam.catalog()), exam)
                            .run()
                            .id())
                    .isEqualTo(run);
            assertThat(exam.votes().count()).isEqualTo(votes);
        }
    }

    @Test
    void exam_wholeTournamentFile_givesItsJudgesOnly() throws IOException {
        Path tournament = file("t.yaml", """
            name: nightly
            contestants: [x, y]
            schedule: {type: all-pairs}
            orders: random
            judges: [{name: exact, type: metric, metric: exact-match}]
            seed: 7
            """);
        var read = ExamTournament.read(tournament, List.of("gold-1"));
        assertThat(read.contestants()).containsExactly(Exam.FIRST, Exam.SECOND);
        assertThat(read.seed()).isEqualTo(7);
        Path broken =
                file("b.yaml", "judges: [{name: exact, type: metric, metric: exact-match}]\nbuget: {max_calls: 1}\n");
        assertThatThrownBy(() -> ExamTournament.read(broken, List.of("gold-1")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("b.yaml:2")
                .hasMessageContaining("'buget'")
                .hasMessageContaining("budget, judges, seed, templates, or a whole tournament file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "prompt,response_a,label|gold.csv:1: found 'prompt, response_a, label'; allowed: gold pairs: prompt,"
                        + " response_a, response_b, label; or prompt_id, model_a, model_b, winner. Optional columns are"
                        + " reference and category.",
                "prompt,response_a,response_b,label~q,x,y,a>b|gold.csv:2: field 'label' is 'a>b'; allowed: A>B, B>A,"
                        + " A=B, first, second, tie, model_a, model_b, both_bad, tie (bothbad).",
                "prompt,response_a,response_b,label~q,x,x,A>B|gold.csv:2: field 'response_b' is 'x'; allowed: another"
                        + " text than in 'response_a'. Equal texts say nothing about a judge; leave the row out.",
                "prompt,response_a,response_b,label~q,x,y,A>B~q,x,y,B>A|gold.csv:3: field 'label' is 'SECOND';"
                        + " allowed: the label that the same pair has above: FIRST.",
                "prompt_id,model_a,model_b,winner~p1,m,n,model_a|gold.csv:2: field 'prompt_id' is 'p1'; allowed: a"
                        + " prompt of the database. 'arena import' reads prompts and responses; --db names the database.",
                "prompt_id,model_a,model_b,winner~p1,m,m,model_a|gold.csv:2: field 'model_b' is 'm'; allowed: another"
                        + " model than in 'model_a'."
            })
    void gold_invalid_saysWhereAndWhatIsAllowed(String text, String message) throws IOException {
        Path gold = file("gold.csv", text.replace('~', '\n') + "\n");
        try (ArenaStore exam = store();
                ArenaStore none = store()) {
            assertThatThrownBy(() -> Exam.store(GoldPairs.read(Source.file(gold)), none.catalog(), exam))
                    .isInstanceOf(InputException.class)
                    .isInstanceOf(ArenaException.class)
                    .hasMessageEndingWith(message);
        }
    }

    @Test
    void recorded_ordersAsShown_areExchanged() throws IOException {
        Path file = file("recorded.csv", """
            pair_id,source,label,judge_name,judge_model,decision_order1_AB,decision_order2_BA_as_shown
            p1,sums,A>B,arena,small,A>B,B>A
            p2,sums,A>B,arena,small,A>B,A>B
            p3,sums,B>A,arena,small,,A>B
            """);
        AgreementReport.Row row = report(RecordedExam.read(Source.file(file), notice -> {}))
                .rows()
                .get(0);
        assertThat(row.judge()).isEqualTo("arena/small");
        assertThat(row.counts()).containsEntry("pairs", 3L).containsEntry("abstentions", 1L);
        assertThat(row.measure("accuracy").successes()).isEqualTo(2);
        assertThat(row.measure("consistent_accuracy").successes()).isEqualTo(1);
        assertThatThrownBy(() -> RecordedExam.read(Source.file(file("gold.jsonl", GOLD)), notice -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("judgebench-columns (pair_id, label, judge_name,");
    }
}
