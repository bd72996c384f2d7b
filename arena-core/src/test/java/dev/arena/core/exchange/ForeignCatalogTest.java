package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.exchange.Inputs.Content;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.VoteId;
import dev.arena.core.problem.InputException;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.InMemoryArenaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions, answers and judgments of MT-Bench and Arena-Hard, read and imported. */
final class ForeignCatalogTest {
    private static final String QUESTION =
            "{\"question_id\": 81, \"category\": \"writing\", \"turns\": [\"One?\", \"Two?\"]%s}\n";
    private static final String ANSWER = "{\"question_id\": 81, \"answer_id\": \"x\", \"model_id\": \"%s\","
            + " \"choices\": [{\"index\": 0, \"turns\": [\"%s\", \"And more.\"]}], \"tstamp\": 1.5}\n";
    private static final String PAIR = "{\"question_id\": 81, \"model_1\": \"alpha\", \"model_2\": \"beta\","
            + " \"g1_winner\": \"model_1\", \"g2_winner\": \"error\", \"judge\": [\"gpt-4\", \"pair-v2\"], \"turn\": 2}\n";

    @TempDir
    private Path folder;

    private final ArenaStore store = new InMemoryArenaStore(new Random(1));

    private ImportResult importing(@Nullable Shape shape, Path... files) {
        List<Source> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(Source.file(file));
        }
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
        return new ImportService(store, clock, new Random(2))
                .run(new ImportRequest(sources, shape, JudgeKind.HUMAN, false, null), Progress.silent());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static PromptText prompt(Content content) {
        return ((FilePrompt) content.records().get(0)).text();
    }

    private static FileResponse response(Content content) {
        return (FileResponse) content.records().get(0);
    }

    @Test
    void read_mtBenchQuestion_turnsCategoryAndReferencesOfTheTurns() {
        Content content = Inputs.read(Inputs.text(QUESTION.formatted(", \"reference\": [\"First.\", \"Second.\"]")));

        assertThat(content.report().shape()).isEqualTo(Shape.QUESTIONS);
        assertThat(prompt(content))
                .isEqualTo(new PromptText(
                        List.of("One?", "Two?"), "writing", null, "Turn 1:\nFirst.\n\nTurn 2:\nSecond.", List.of()));
        assertThat(Inputs.refusal(QUESTION.formatted("").replace("\"Two?\"", "\" \"")))
                .contains("field 'turns' is ' '; allowed: a prompt that is not blank.");
    }

    @Test
    void read_arenaHardQuestions_bothVersions() {
        Content second = Inputs.read(Inputs.text(
                "{\"uid\": \"u1\", \"category\": \"hard_prompt\", \"subcategory\": \"coding\", \"prompt\": \"One?\"}"));
        Content first = Inputs.read(
                Inputs.text("{\"question_id\": \"q1\", \"category\": \"v0.1\", \"cluster\": \"c\", \"turns\":"
                        + " [{\"content\": \"One?\"}]}"));

        assertThat(prompt(second).turns()).isEqualTo(prompt(first).turns()).containsExactly("One?");
        assertThat(((FilePrompt) second.records().get(0)).key()).isEqualTo("u1");
        assertThat(((FilePrompt) first.records().get(0)).key()).isEqualTo("q1");
    }

    @Test
    void read_answersOfEveryForm_turnsOfTheFirstChoiceOrOfTheAssistant() {
        Content mtBench = Inputs.read(Inputs.text(ANSWER.formatted("alpha", "Yes.")));
        Content first = Inputs.read(Inputs.text(
                "{\"question_id\": \"q1\", \"model_id\": \"alpha\", \"choices\": [{\"turns\": [{\"content\": \"Yes.\","
                        + " \"token_len\": 2}]}, {\"turns\": []}]}"));
        Content second = Inputs.read(Inputs.text(
                "{\"uid\": \"u1\", \"model\": \"alpha\", \"messages\": [{\"role\": \"user\", \"content\": \"One?\"},"
                        + " {\"role\": \"assistant\", \"content\": {\"answer\": \"Yes.\"}}], \"metadata\": {}}"));

        assertThat(List.of(mtBench, first, second)).allSatisfy(content -> {
            assertThat(content.report().shape()).isEqualTo(Shape.ANSWERS);
            assertThat(response(content).model()).isEqualTo("alpha");
        });
        assertThat(response(mtBench).text().turns()).containsExactly("Yes.", "And more.");
        assertThat(response(first).text()).isEqualTo(ResponseText.of("Yes."));
        assertThat(response(second).text()).isEqualTo(ResponseText.of("Yes."));
        assertThat(first.codes()).containsExactly("further_choices");
        assertThat(Inputs.refusal("{\"uid\": \"u1\", \"model\": \"alpha\", \"messages\": [{\"role\": \"user\"}]}"))
                .contains("field 'messages'", "a list of messages with at least one of role 'assistant'.");
        assertThat(Inputs.refusal("{\"uid\": \"u1\", \"model\": \"alpha\", \"choices\": [{}]}"))
                .contains("field 'choices' is '{}'; allowed: a list of choices, each with a list of turns.");
    }

    @Test
    void import_questionsAnswersAndPairs_areLinkedAndStoredOnce() throws IOException {
        Path[] files = {
            file("gpt-4_pair.jsonl", PAIR),
            file("alpha.jsonl", ANSWER.formatted("alpha", "Yes.")),
            file("beta.jsonl", ANSWER.formatted("beta", "No.")),
            file("question.jsonl", QUESTION.formatted(""))
        };

        ImportResult result = importing(null, files);

        assertThat(result.newVotes()).isEqualTo(2);
        List<CastVote> votes = new ArrayList<>();
        store.votes().scan(new VoteId(0), votes::add);
        assertThat(votes).hasSize(2).allSatisfy(cast -> {
            assertThat(cast.judge().kind()).isEqualTo(JudgeKind.REPLAY);
            assertThat(cast.judge().name()).isEqualTo("gpt-4/pair-v2");
            assertThat(cast.battle().draft().tags().turn()).isEqualTo(2);
            assertThat(cast.battle().seats())
                    .allSatisfy(seat -> assertThat(seat.response()).isNotNull());
        });
        assertThat(votes.get(0).battle().seats().get(0))
                .isEqualTo(votes.get(1).battle().seats().get(1));
        assertThat(votes.get(1).vote().verdict().decides()).isFalse();
        assertThat(importing(null, files).changed()).isFalse();
    }

    @Test
    void import_referenceAnswers_becomeReferencesOnlyWhereAskedFor() throws IOException {
        Path answers = file("gpt-4.jsonl", ANSWER.formatted("gpt-4", "Right."));
        importing(null, file("question.jsonl", QUESTION.formatted("")));

        importing(Shape.REFERENCE_ANSWERS, answers);

        assertThat(store.catalog().listContestants()).isEmpty();
        PromptText text = store.catalog().findPrompt("81").orElseThrow().text();
        assertThat(text.turns()).containsExactly("One?", "Two?");
        assertThat(text.reference()).isEqualTo("Turn 1:\nRight.\n\nTurn 2:\nAnd more.");
        assertThat(importing(Shape.REFERENCE_ANSWERS, answers).changed()).isFalse();
    }

    @Test
    void import_verdictsMergedFromBothOrders_noRowOfThatJudgeHasAKnownOrder() throws IOException {
        Path file = file(
                "merged.csv",
                "model_a,model_b,winner,judge\na,b,model_a,gpt\na,b,tie (inconsistent),gpt\na,b,model_a,ann\n");

        ImportResult result = importing(null, file);

        List<Boolean> known = new ArrayList<>();
        store.votes()
                .scan(
                        new VoteId(0),
                        cast -> known.add(cast.battle().draft().tags().orderKnown()));
        assertThat(known).containsExactly(false, false, true);
        assertThat(result.notices())
                .contains(new Notice(
                        "order_unknown",
                        "rows that do not say who stood first, stored in the order of their columns: 2"));
        assertThat(importing(null, file).changed()).isFalse();
    }

    @Test
    void import_scoresAndGoldJudgments_areRefusedWithWhereTheyBelong() throws IOException {
        Path scores = file("s.jsonl", "{\"question_id\": 81, \"model\": \"alpha\", \"judge\": \"g\", \"score\": 8}\n");
        Path gold = file(
                "g.jsonl",
                "{\"pair_id\": \"p\", \"label\": \"A>B\", \"judge_name\": \"j\", \"judgments\": [{\"decision\":"
                        + " null}]}\n");

        assertThatThrownBy(() -> importing(null, scores))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("found 'mt-bench-single'; allowed: prompts, responses, contestants or verdicts.")
                .hasMessageContaining("'type: replay'");
        assertThatThrownBy(() -> importing(null, gold))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Judgments on gold pairs are for 'arena exam'.");
    }
}
