package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code arena agree}, {@code arena exam} and {@code arena rate --ppi}, on the command line as a whole. */
class JudgesCommandTest {
    private static final Path REPOSITORY = Path.of(Objects.requireNonNullElse(System.getProperty("arena.root"), ".."));

    private static final String VOTES = """
        prompt_id,model_a,model_b,winner,judge,judge_kind
        p1,a,b,model_a,ann,human
        p1,b,a,model_b,big,llm
        p2,a,b,model_b,ann,human
        p2,a,b,model_a,big,llm
        p3,a,b,model_a,ann,human
        p3,a,b,tie,big,llm
        p4,a,b,model_a,big,llm
        """;

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void agree_oneFile_comparesEachJudgeWithPeople() throws IOException {
        CliRun run = CliRun.of(folder, "agree", file("votes.csv", VOTES), "-f", "json");

        assertThat(run.code()).isZero();
        JsonNode judge = new ObjectMapper().readTree(run.out()).get("judges").get(0);
        assertThat(judge.get("judge").asText()).isEqualTo("big");
        assertThat(judge.at("/measures/accuracy/successes").asLong()).isEqualTo(1);
        assertThat(judge.at("/measures/accuracy/trials").asLong()).isEqualTo(3);
        assertThat(judge.at("/measures/accuracy_decisive/trials").asLong()).isEqualTo(2);
        assertThat(Files.exists(folder.resolve("arena.db"))).isFalse();
    }

    @Test
    void agree_badFlags_areRefusedBeforeAnythingIsRead() throws IOException {
        String votes = file("votes.csv", VOTES);
        CliRun half = CliRun.of(folder, "agree", votes, "--swap", "half");
        assertThat(half.code()).isEqualTo(2);
        assertThat(half.err()).contains("--swap half is not allowed here; use one of: tie, sign, raw, drop.");
        CliRun html = CliRun.of(folder, "agree", votes, "-f", "html");
        assertThat(html.code()).isEqualTo(2);
        assertThat(html.err()).contains("not written as HTML");
        CliRun nobody = CliRun.of(folder, "agree", votes, "--judge", "nobody");
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("no verdict of nobody names a prompt");
        CliRun level = CliRun.of(folder, "agree", votes, "--level", "95");
        assertThat(level.err()).contains("--level 95.0 is not allowed");
    }

    @Test
    void rate_ppi_says_whatItIsMadeOf() throws IOException {
        CliRun run = CliRun.of(folder, "rate", file("votes.csv", VOTES), "--ppi", "big", "-f", "json");

        assertThat(run.code()).isZero();
        JsonNode board = new ObjectMapper().readTree(run.out());
        assertThat(board.get("method").asText()).isEqualTo("bradley-terry");
        assertThat(board.at("/settings/ppi").asText()).isEqualTo("human with big");
        assertThat(board.at("/settings/ppi_shared_matchups").asText()).isEqualTo("3");
        assertThat(board.at("/settings/ppi_judge_only_matchups").asText()).isEqualTo("1");
        assertThat(board.get("warnings").toString()).contains("ppi_few_matchups");
        CliRun strata = CliRun.of(
                folder, "rate", folder.resolve("votes.csv").toString(), "--ppi", "big", "--ppi-strata", "prompt");
        assertThat(strata.code()).isEqualTo(2);
        assertThat(strata.err()).contains("--ppi-strata 'prompt' is not allowed; use one of: pair, none.");
    }

    @Test
    void exam_quickstartGold_marksItsJudgesAndAsksNobodyTwice() throws IOException {
        Path data = REPOSITORY.resolve("data");
        CliRun imported = CliRun.of(
                folder,
                "import",
                data.resolve("prompts.jsonl").toString(),
                data.resolve("responses/tersk.jsonl").toString(),
                data.resolve("responses/quillow.jsonl").toString(),
                data.resolve("responses/rushkin.jsonl").toString());
        assertThat(imported.code()).isZero();
        String gold = file("gold.jsonl", """
            {"prompt_id": "facts-01", "model_a": "quillow", "model_b": "rushkin", "winner": "model_a"}
            {"prompt_id": "facts-02", "model_a": "quillow", "model_b": "tersk", "winner": "tie"}
            {"prompt_id": "facts-03", "model_a": "quillow", "model_b": "rushkin", "winner": "model_b"}
            """);
        String[] exam = {
            "exam",
            "--judges",
            data.resolve("tournament.yaml").toString(),
            gold,
            "--exam-db",
            folder.resolve("exam.db").toString(),
            "--pass",
            "0.9",
            "-f",
            "csv"
        };
        CliRun first = CliRun.of(folder, exam);

        assertThat(first.code()).isEqualTo(4);
        // the responses of the second pair are the same text, so nobody is asked about it
        assertThat(first.err()).contains("1 matchups of byte-identical responses");
        assertThat(first.out()).contains("chrf,,pairs,2").contains("rouge-l,,accuracy,");
        assertThat(first.err()).contains("failed the exam: right about").contains("0.9 is needed");
        CliRun second = CliRun.of(folder, exam);
        assertThat(second.err()).contains("resuming run");
        assertThat(second.out()).isEqualTo(first.out());
    }

    @Test
    void exam_goldPairsWithoutJudges_saysHowToAsk() throws IOException {
        CliRun run = CliRun.of(folder, "exam", file("gold.csv", "prompt,response_a,response_b,label\nq,x,y,A>B\n"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("name them with --judges FILE.yaml").contains("gold.csv:1: found 'prompt,");
        CliRun jury = CliRun.of(folder, "rate", file("votes.csv", VOTES), "--ppi", "big", "--jury", "majority");
        assertThat(jury.code()).isEqualTo(2);
        assertThat(jury.err()).contains("--ppi combines people with single judges; it does not go with --jury");
    }

    @Test
    void exam_goldOfADatabaseThatIsNotThere_saysSo() throws IOException {
        String gold = file("gold.csv", "prompt_id,model_a,model_b,winner\np1,a,b,tie\n");
        String judges = file("judges.yaml", "judges: [{name: chrf, type: metric, metric: chrf}]\n");
        CliRun run = CliRun.of(
                folder,
                "exam",
                "--judges",
                judges,
                gold,
                "--exam-db",
                folder.resolve("exam.db").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("names responses, and there is no database");
    }
}
