package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.web.cli.ChatServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code arena reparse} and {@code arena runs RUN-ID} on a run whose judge wrote its verdicts in other words. */
class ReparseCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void importPrompts() throws IOException {
        CliRun.importPrompts(folder, 2);
    }

    @Test
    void reparse_withAnotherTemplate_printsWhatChangesAndTheLedgerStays() throws IOException {
        Path template = folder.resolve("words.yaml");
        Files.writeString(template, """
            user: "{{response_1}} {{response_2}}"
            labels: {first: "the first", second: "the second"}
            """);
        try (ChatServer server = new ChatServer(
                number -> Answer.saying(number == 1 ? "I like the first" : number == 2 ? "?" : "[[B]]"))) {
            CliRun run = CliRun.of(folder, "run", CliRun.tournament(folder, CliRun.asking(server, "")));
            assertThat(run.code()).isEqualTo(4);
            String id = run.runId();
            String ledger = CliRun.of(folder, "runs", id).out();
            assertThat(ledger)
                    .startsWith("run " + id + ", begun ")
                    .containsPattern(
                            "judge +calls +sent +nudged +cached +unknown +tokens in +tokens out +cost USD +unpriced")
                    .containsPattern("big +4 +4 +0 +0 +0 +400 +40 +0\\.000000 +4\n")
                    .containsPattern("session ended 20[0-9:TZ-]+, finished\n");

            CliRun dry = CliRun.of(
                    folder, "reparse", id, "--only", "unparsed", "--template", template.toString(), "--dry-run");
            assertThat(dry.code()).isEqualTo(4);
            assertThat(dry.out())
                    .containsPattern("judge +before +after +verdicts\n")
                    .containsPattern("big +unparsed +first +1\n");
            assertThat(dry.err())
                    .contains("2 replies read, 1 verdicts would change, 1 replies without a readable verdict");
            CliRun done = CliRun.of(folder, "reparse", id, "--only", "unparsed", "--template", template.toString());
            assertThat(done.out()).isEqualTo(dry.out());
            assertThat(CliRun.of(folder, "reparse", id, "--judge", "big").code())
                    .isEqualTo(4);
            assertThat(server.questions()).hasSize(4);
            assertThat(CliRun.of(folder, "runs", id).out()).isEqualTo(ledger);
            assertThat(CliRun.of(folder, "verify").code()).isZero();
        }
    }

    @Test
    void reparse_wrongWords_areExplained() {
        assertThat(CliRun.of(folder, "reparse", "x", "--only", "failed").err())
                .contains("--only 'failed' is not allowed; allowed: unparsed.");
        assertThat(CliRun.of(folder, "reparse", "x", "--template", "nowhere.yaml")
                        .err())
                .contains("--template nowhere.yaml is neither a file nor a preset (");
        assertThat(CliRun.of(folder, "reparse", "x").err()).contains("There is no run 'x' in this database.");
        assertThat(CliRun.of(folder, "runs", "x").code()).isEqualTo(2);
    }
}
