package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judgments recorded by another tool answer the battles of a tournament. */
final class ReplayTournamentTest {
    private static final String PAIRS = """
        {"question_id": "p1", "model_1": "a", "model_2": "b", "g1_winner": "model_1", "g2_winner": "model_1"}
        {"question_id": "p2", "model_1": "b", "model_2": "a", "g1_winner": "model_1", "g2_winner": "model_2"}
        {"question_id": "p3", "model_1": "a", "model_2": "b", "g1_winner": "tie", "g2_winner": "error"}
        """;

    @TempDir
    private Path folder;

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static String tournament(String judge, String more) {
        return """
            name: replayed
            schedule: {type: all-pairs}
            judges:
              - {name: gpt4, type: replay, %s}
            %s
            """.formatted(judge, more);
    }

    /** Each vote under its prompt and its contestants in the order shown. */
    private static Map<String, Verdict> verdicts(Arena arena) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (CastVote cast : arena.votes()) {
            String prompt = arena.store().catalog().listPrompts().stream()
                    .filter(known -> known.id().equals(cast.battle().draft().prompt()))
                    .findFirst()
                    .orElseThrow()
                    .key();
            StringBuilder key = new StringBuilder(prompt);
            for (Seat seat : cast.battle().seats()) {
                Contestant contestant =
                        arena.store().catalog().contestantsById().get(seat.contestant());
                key.append(' ').append(Objects.requireNonNull(contestant).name());
            }
            verdicts.put(key.toString(), cast.vote().verdict());
        }
        return verdicts;
    }

    @Test
    void run_pairsOfBothOrders_eachOrderGetsItsOwnVerdictAndFailuresStayFailures() throws IOException {
        Arena arena = new Arena().with(4, "a", "b");
        RunOutcome outcome = arena.run(tournament("files: '" + file("pairs.jsonl", PAIRS) + "'", ""));

        Verdict none = Verdict.abstain(
                AbstentionReason.NOT_APPLICABLE, "no recorded judgment of a, b in this order on prompt p4");
        assertThat(verdicts(arena))
                .containsEntry("p1 a b", Verdict.first())
                .containsEntry("p1 b a", Verdict.second())
                .containsEntry("p2 b a", Verdict.first())
                .containsEntry("p2 a b", Verdict.first())
                .containsEntry("p3 a b", Verdict.tie())
                .containsEntry("p3 b a", Verdict.abstain(AbstentionReason.FAILED, "recorded as 'error'"))
                .containsEntry("p4 a b", none)
                .hasSize(8);
        JudgeSummary judge = outcome.summary().judges().get(0);
        assertThat(judge.abstentions())
                .isEqualTo(Map.of(AbstentionReason.FAILED, 1L, AbstentionReason.NOT_APPLICABLE, 2L));
        assertThat(judge.spending()).isNull();
        assertThat(judge.judge().kind()).isEqualTo(JudgeKind.REPLAY);
        assertThat(judge.position().compared()).isEqualTo(2);
        assertThat(judge.position().consistent()).isEqualTo(1);
        assertThat(arena.votes().get(0).vote().draft().rationale()).contains("recorded: ", "pairs.jsonl:");
    }

    @Test
    void run_again_storesNothingMoreAndChangedFilesAreAnotherJudge() throws IOException {
        Arena arena = new Arena().with(4, "a", "b");
        String yaml = tournament("files: '" + file("pairs.jsonl", PAIRS) + "'", "");
        RunOutcome first = arena.run(yaml);
        assertThat(arena.run(yaml).run().id()).isEqualTo(first.run().id());
        assertThat(arena.votes()).hasSize(8);

        file("pairs.jsonl", PAIRS.replace("tie", "model_2"));
        RunOutcome second = arena.run(yaml);

        assertThat(second.run().id()).isNotEqualTo(first.run().id());
        assertThat(second.summary().judges().get(0).judge().version())
                .startsWith("replay-1@")
                .isNotEqualTo(first.summary().judges().get(0).judge().version());
    }

    @Test
    void run_repeats_kthRepeatIsTheKthRecord() throws IOException {
        String battles = """
            prompt_id,model_a,model_b,winner,judge
            p1,a,b,model_a,j
            p1,a,b,model_b,j
            """;
        Arena arena = new Arena().with(1, "a", "b");
        arena.run(tournament("files: '" + file("b.csv", battles) + "'", "orders: fixed\nrepeat: 3"));

        assertThat(arena.votes().stream().map(cast -> cast.vote().verdict()))
                .containsExactly(
                        Verdict.first(),
                        Verdict.second(),
                        Verdict.abstain(
                                AbstentionReason.NOT_APPLICABLE,
                                "no recorded judgment of a, b in this order on prompt p1, repeat 3"));
    }

    @Test
    void run_preferencesOfUnknownOrder_answerOnceAndSayNothingAboutPositions() throws IOException {
        String preferences = "model,index,preference\nb,0,1.25\nb,1,2\nb,2,\nref,0,1.5\n";
        String prompts = "id,prompt\np1,One\np2,Two\np3,Three\n";
        Arena arena = new Arena().with(3, "a", "b");
        String judge = "files: '%s', prompts: '%s', aliases: {baseline: a, ref: a}"
                .formatted(file("p.csv", preferences), file("prompts.csv", prompts));

        RunOutcome outcome = arena.run(tournament(judge, "orders: fixed\ncontestants: [b, a]"));

        assertThat(verdicts(arena))
                .containsOnly(
                        Map.entry("p1 b a", new Verdict.Preference(0.25)),
                        Map.entry("p2 b a", Verdict.first()),
                        Map.entry("p3 b a", Verdict.abstain(AbstentionReason.FAILED, "recorded without a preference")));
        assertThat(arena.votes())
                .allSatisfy(cast ->
                        assertThat(cast.battle().draft().tags().orderKnown()).isFalse());
        assertThat(outcome.summary().judges().get(0).position().decisive()).isZero();
        assertThatThrownBy(() -> arena.plan(tournament(judge, "")))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "t.yaml:1: field 'orders' is missing; allowed: fixed, since the records of judge 'gpt4' do not"
                                + " say who stood first. Write 'orders: fixed'.");
    }

    @Test
    void run_scoresOfSingleAnswers_areCompared() throws IOException {
        String scores = """
            {"question_id": "p1", "model": "a", "judge": ["g", "single-v1"], "score": 7, "turn": 1}
            {"question_id": "p1", "model": "b", "judge": ["g", "single-v1"], "score": 9, "turn": 1}
            {"question_id": "p2", "model": "a", "judge": ["g", "single-v1"], "score": 7, "turn": 1}
            {"question_id": "p2", "model": "b", "judge": ["g", "single-v1"], "score": 7, "turn": 1}
            {"question_id": "p3", "model": "a", "judge": ["g", "single-v1"], "score": -1, "turn": 1}
            {"question_id": "p3", "model": "b", "judge": ["g", "single-v1"], "score": 7, "turn": 1}
            {"question_id": "p4", "model": "b", "judge": ["g", "single-v1"], "score": 7, "turn": 1}
            """;
        Arena arena = new Arena().with(4, "a", "b");
        String path = file("scores.jsonl", scores);
        arena.run(tournament("files: '" + path + "'", "orders: fixed"));

        assertThat(verdicts(arena))
                .containsEntry("p1 a b", Verdict.second())
                .containsEntry("p2 a b", Verdict.tie())
                .containsEntry(
                        "p3 a b", Verdict.abstain(AbstentionReason.FAILED, "recorded without a score: " + path + ":5"))
                .hasEntrySatisfying(
                        "p4 a b", verdict -> assertThat(verdict.decides()).isFalse());
    }

    @Test
    void plan_severalJudgesOrTurns_oneMustBeNamed() throws IOException {
        String battles = """
            prompt_id,turn,model_a,model_b,winner,judge
            p1,1,a,b,model_a,ann
            p1,2,a,b,model_b,ann
            p1,1,a,b,tie,ben
            """;
        Arena arena = new Arena().with(1, "a", "b");
        String files = "files: '" + file("b.csv", battles) + "'";

        assertRefused(
                arena,
                files,
                "field 'judges[0].judge' is missing; allowed: one of the judges in the files: ann, ben. The files hold"
                        + " judgments of several judges; name one.");
        assertRefused(
                arena,
                files + ", judge: anne",
                "is 'anne'; allowed: one of the judges in the files: ann, ben. Did you mean 'ann'?");
        assertRefused(
                arena,
                files + ", judge: ann",
                "field 'judges[0].turn' is missing; allowed: one of the turns in the files: 1, 2.");
        assertRefused(
                arena, files + ", judge: ann, turn: 3", "field 'judges[0].turn' is '3'; allowed: one of the turns");

        arena.run(tournament(files + ", judge: ann, turn: 2", "orders: fixed"));
        assertThat(verdicts(arena)).containsEntry("p1 a b", Verdict.second());
    }

    private static void assertRefused(Arena arena, String judge, String message) {
        assertThatThrownBy(() -> arena.plan(tournament(judge, "orders: fixed")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void plan_filesThatAreOfNoUse_areRefusedWithWhatToDo() throws IOException {
        Arena arena = new Arena().with(1, "a", "b");
        String pairs = file("pairs.jsonl", PAIRS.replace("\"a\"", "\"gpt-x\""));

        assertRefused(
                arena,
                "files: 'nowhere.jsonl'",
                "field 'judges[0].files' is 'nowhere.jsonl'; allowed: a file or folder");
        assertRefused(
                arena,
                "files: '" + pairs + "'",
                "is 'judgments of b, gpt-x'; allowed: judgments of at least one pair of the contestants a, b. Where"
                        + " the files call them otherwise, add 'aliases: {name in the files: contestant}'.");
        assertRefused(
                arena,
                "files: '" + pairs + "', aliases: {gpt-y: a}",
                "field 'judges[0].aliases' is 'gpt-y'; allowed: models in the files: b, gpt-x.");
        assertRefused(
                arena,
                "files: '" + pairs + "', format: mt-bench",
                "field 'judges[0].format' is 'mt-bench'; allowed: auto, ");
        assertThatThrownBy(() -> arena.plan(tournament(
                        "files: '" + file("answers.csv", "prompt_id,model,response\np1,a,Hello\n") + "'", "")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("answers.csv:2: found 'responses'; allowed: verdicts or scores of a judge.");
        assertThatThrownBy(() -> arena.plan(tournament(
                        "files: '" + file("w.csv", "prompt_id,model_a,model_b,winner,weight\np1,a,b,tie,2\n") + "'",
                        "")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "field 'weight' is '2.0'; allowed: 1, since a judge gives verdicts without weights.");
        assertThatThrownBy(() -> arena.plan(
                        tournament("files: '" + file("n.csv", "model_a,model_b,winner\na,b,tie\n") + "'", "")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("n.csv:2: field 'prompt_id' is missing; allowed: the key of a prompt.");
    }

    @Test
    void plan_indexBeyondThePrompts_isAnErrorWithItsLine() throws IOException {
        Arena arena = new Arena().with(1, "a", "b");
        String judge = "files: '%s', prompts: '%s'"
                .formatted(
                        file("p.csv", "model,baseline,index,preference\nb,a,1,2\n"),
                        file("prompts.csv", "id,prompt\np1,One\n"));

        assertThatThrownBy(() -> arena.plan(tournament(judge, "orders: fixed")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("p.csv:2: field 'index' is '1'; allowed: the number of a prompt, from 0 to 0.");
    }

    @Test
    void read_tournamentFile_filesStandBesideItAndAFolderIsItsFiles() throws IOException {
        Path judgments = Files.createDirectory(folder.resolve("judgments"));
        Files.writeString(
                judgments.resolve("one.jsonl"), PAIRS.lines().findFirst().orElseThrow());
        Files.writeString(judgments.resolve("two.jsonl"), PAIRS.lines().toList().get(1));
        Path file = folder.resolve("t.yaml");
        Files.writeString(file, tournament("files: judgments", ""));
        Arena arena = new Arena().with(2, "a", "b");

        RunOutcome outcome = arena.run(
                Planner.plan(TournamentReader.read(file), arena.store().catalog()), new StopSignal());

        assertThat(outcome.summary().judges().get(0).votes()).isEqualTo(4);
    }
}
