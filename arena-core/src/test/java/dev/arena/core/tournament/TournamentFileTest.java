package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunId;
import dev.arena.core.problem.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TournamentFileTest {
    @TempDir
    Path folder;

    static Stream<JsonNode> errors() throws IOException {
        try (InputStream in = TournamentFileTest.class.getResourceAsStream("/golden/tournament/errors.json")) {
            JsonNode rows = new ObjectMapper().readTree(in);
            assertThat(rows).hasSizeGreaterThanOrEqualTo(20);
            return StreamSupport.stream(rows.spliterator(), false);
        }
    }

    /** Every file of the golden list is refused, before anything is asked, with exactly that message. */
    @ParameterizedTest
    @MethodSource("errors")
    void plan_brokenFile_saysWhatIsWrong(JsonNode row) {
        Arena arena = new Arena().with(2, "alpha", "beta", "gamma");
        assertThatThrownBy(() -> arena.plan(row.get("file").asText()))
                .isInstanceOf(UsageException.class)
                .hasMessage(row.get("message").asText());
    }

    @Test
    void read_contractExample_isUnderstood() {
        Tournament tournament = TournamentReader.read("t.yaml", """
            name: nightly
            contestants: all                 # or a list of names
            prompts: {category: [coding], limit: 200}     # optional
            schedule: {type: all-pairs, k: 2}
            orders: both                     # both | random | fixed
            repeat: 1
            judges:
              - name: big
                type: openai
                base_url: http://127.0.0.1:8000/v1
                model: some-model
                api_key_env: OPENAI_API_KEY
                template: pair
                temperature: 0
                max_tokens: 512
                concurrency: 8
                rpm: 600
                tpm: 200000
                price: {input_per_million: 2.5, output_per_million: 10, as_of: 2026-11-01}
            jury: {rule: none}
            budget: {max_cost_usd: 5, max_calls: 2000}
            seed: 42
            """, null);
        assertThat(tournament.name()).isEqualTo("nightly");
        assertThat(tournament.budget()).isEqualTo(new Budget(2000L, 5.0));
        assertThat(tournament.judges()).hasSize(1).allSatisfy(judge -> {
            assertThat(judge.identity().kind()).isEqualTo(JudgeKind.LLM);
            assertThat(judge.identity().version())
                    .matches("some-model/pair@[0-9a-f]{12}/temperature=0\\.0,max_tokens=512");
            assertThat(judge.concurrency()).isEqualTo(8);
            assertThat(judge.priced()).isTrue();
            assertThat(judge.calls()).isTrue();
        });
    }

    @Test
    void read_templateFile_isCarriedIntoTheStoredText() throws IOException {
        Files.writeString(
                folder.resolve("mine.yaml"), "user: |\n  {{prompt}}\n  1: {{response_1}}\n  2: {{response_2}}\n");
        Path file = folder.resolve("t.yaml");
        Files.writeString(file, """
            name: t
            schedule: {type: all-pairs}
            judges:
              - {name: j, type: openai, base_url: "http://127.0.0.1:1/v1", model: m, template: mine.yaml}
            """);
        Tournament read = TournamentReader.read(file);
        Run run = new Run(new RunId("t-1"), "t", "hash", read.text(), Arena.CLOCK.instant());
        Files.delete(folder.resolve("mine.yaml"));
        Tournament again = TournamentReader.read(run);
        assertThat(again.parts()).isEqualTo(read.parts());
        assertThat(again.judges().stream().map(JudgeSetup::identity))
                .isEqualTo(read.judges().stream().map(JudgeSetup::identity).toList());
        assertThatThrownBy(() -> TournamentReader.read(file))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith(
                        "field 'judges[0].template' is 'mine.yaml'; allowed: a preset (checklist, explain,"
                                + " five-step, logprobs, pair, pair-reference, ranking, scores) or a file.");
    }

    @Test
    void read_templateOfMtBench_isCarriedIntoTheStoredText() throws IOException {
        Files.writeString(folder.resolve("prompts.jsonl"), """
            {"name":"pair-v2","type":"pairwise","system_prompt":"s","prompt_template":"{question} {answer_a} {answer_b}","output_format":"[[A]]"}
            """);
        Path file = folder.resolve("t.yaml");
        Files.writeString(file, """
            name: t
            schedule: {type: all-pairs}
            judges:
              - name: j
                type: openai
                base_url: "http://127.0.0.1:1/v1"
                model: m
                template: {mt_bench: prompts.jsonl, name: pair-v2}
            """);
        Tournament read = TournamentReader.read(file);
        assertThat(read.judges().get(0).identity().version()).startsWith("m/prompts.jsonl#pair-v2@");
        Run run = new Run(new RunId("t-1"), "t", "hash", read.text(), Arena.CLOCK.instant());
        Files.delete(folder.resolve("prompts.jsonl"));
        assertThat(TournamentReader.read(run).judges().get(0).identity())
                .isEqualTo(read.judges().get(0).identity());
        assertThatThrownBy(() -> TournamentReader.read(file))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith(
                        "field 'judges[0].template.mt_bench' is 'prompts.jsonl'; allowed: a file beside the"
                                + " tournament.");
    }

    @Test
    void read_missingFile_saysSo() {
        assertThatThrownBy(() -> TournamentReader.read(folder.resolve("none.yaml")))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("none.yaml does not exist. Name an existing file.");
    }

    @Test
    void read_notUtf8_saysSo() throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, new byte[] {'n', 'a', 'm', 'e', ':', ' ', (byte) 0xe9, '\n'});
        assertThatThrownBy(() -> TournamentReader.read(file))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("latin.yaml is not UTF-8 text. Save it as UTF-8.");
    }
}
