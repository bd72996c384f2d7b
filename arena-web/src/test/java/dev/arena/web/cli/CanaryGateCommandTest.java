package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No table of judges in which a canary wins leaves the program by accident. */
class CanaryGateCommandTest {
    private static final int PROMPTS = 40;

    @TempDir
    Path folder;

    /** Alpha and beta answer each prompt anew, gamma always says the same. */
    private void importAnswers(String facts) throws IOException {
        StringBuilder rows = new StringBuilder(facts);
        for (int i = 1; i <= PROMPTS; i++) {
            for (String model : List.of("alpha", "beta", "gamma")) {
                String response = model.equals("gamma") ? "I am the best." : model + " on " + i;
                rows.append("""
                    {"prompt_id":"p%d","prompt":"question %d","model":"%s","response":"%s"}
                    """.formatted(i, i, model, response));
            }
        }
        Path file = folder.resolve("answers.jsonl");
        Files.writeString(file, rows.toString());
        CliRun run = CliRun.of(folder, "import", file.toString());
        assertThat(run.code()).as(run.err()).isZero();
    }

    private CliRun tournament(String strengths) throws IOException {
        return CliRun.of(
                folder,
                "run",
                CliRun.tournament(folder, "  - {name: planted, type: scripted, strengths: " + strengths + "}\n"));
    }

    @Test
    void rate_constantAnswerWins_refusesTheTableAndSaysWhatToDo() throws IOException {
        importAnswers("");
        assertThat(tournament("{alpha: 0, beta: 0, gamma: 3}").code()).isZero();
        Path table = folder.resolve("table.csv");

        CliRun run = CliRun.of(folder, "rate", "-o", table.toString());

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(table).doesNotExist();
        assertThat(run.err())
                .contains("canary 'gamma' (it gives the same answer to all 40 prompts) wins in the table bradley-terry:"
                        + " 2 of 2 contestants stand below it, rank 1 (1-1).")
                .contains("--despite-canaries");
        assertThat(CliRun.of(folder, "export", "leaderboard").code()).isEqualTo(4);
    }

    @Test
    void rate_despiteCanaries_writesTheTableWithAWarning() throws IOException {
        importAnswers("");
        tournament("{alpha: 0, beta: 0, gamma: 3}");

        CliRun run = CliRun.of(folder, "rate", "--despite-canaries", "-f", "json");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("canary_won", "Do not trust the judges of this table.");
    }

    @Test
    void rate_constantAnswerLoses_isAnOrdinaryTable() throws IOException {
        importAnswers("");
        tournament("{alpha: 1, beta: 0.5, gamma: -2}");

        CliRun run = CliRun.of(folder, "rate");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("gamma").doesNotContain("canary");
    }

    @Test
    void rate_contestantWithTheFact_isACanaryWhateverItAnswers() throws IOException {
        Files.writeString(folder.resolve("contestants.jsonl"), "{\"model\":\"beta\",\"canary\":true}\n");
        importAnswers("");
        assertThat(CliRun.of(
                                folder,
                                "import",
                                folder.resolve("contestants.jsonl").toString())
                        .code())
                .isZero();
        tournament("{alpha: 0, beta: 3, gamma: -3}");

        CliRun run = CliRun.of(folder, "rate");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("canary 'beta' (its facts say that it is a canary) wins");
    }

    @Test
    void rate_filesWithANamedCanary_areGuardedToo() throws IOException {
        Path votes = folder.resolve("votes.csv");
        StringBuilder rows = new StringBuilder("model_a,model_b,winner\n");
        for (int i = 0; i < 50; i++) {
            rows.append("null,a,model_").append(i % 5 == 0 ? "b" : "a").append('\n');
            rows.append("a,b,model_").append(i % 2 == 0 ? "b" : "a").append('\n');
        }
        Files.writeString(votes, rows.toString());

        assertThat(CliRun.of(folder, "rate", votes.toString()).code()).isZero();
        CliRun guarded = CliRun.of(folder, "rate", votes.toString(), "--canary", "null");
        assertThat(guarded.code()).isEqualTo(4);
        assertThat(guarded.err()).contains("canary 'null' (named by --canary) wins");
        CliRun unknown = CliRun.of(folder, "rate", votes.toString(), "--canary", "nul");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("--canary names 'nul', which is in no table.", "null");
    }

    @Test
    void rate_unbeatenCanary_isRefusedWithoutAnyNumber() throws IOException {
        Path votes = folder.resolve("votes.csv");
        Files.writeString(votes, "model_a,model_b,winner\nnull,a,model_a\na,b,model_a\nb,a,model_a\n");

        CliRun run = CliRun.of(folder, "rate", votes.toString(), "--canary", "null");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("nobody beat it");
    }
}
