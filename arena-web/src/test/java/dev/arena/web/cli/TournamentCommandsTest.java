package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.arena.web.cli.ChatServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class TournamentCommandsTest {
    private static final String METRIC = "  - {name: exact, type: metric, metric: chrf}\n";

    @TempDir
    Path folder;

    @BeforeEach
    void importPrompts() throws IOException {
        CliRun.importPrompts(folder, 5);
    }

    @Test
    void plan_asking_printsCallsCostAndQuestionAndAsksNobody() throws IOException {
        try (ChatServer server = new ChatServer(number -> Answer.saying("[[A]]"))) {
            String price = ", price: {input_per_million: 1000, output_per_million: 0, as_of: 2026-11-01}";
            String file = CliRun.tournament(folder, METRIC + CliRun.asking(server, price));
            CliRun plan = CliRun.of(folder, "plan", file);
            assertThat(plan.code()).isZero();
            assertThat(plan.out())
                    .startsWith("""
                        tournament small: 5 prompts, 2 contestants, all-pairs, orders both, repeat 1, seed 42
                        10 battles; 0 matchups of byte-identical responses are tied without asking; 0 matchups lack a response
                        all contestants are linked by battles; fewest battles: 10 (alpha)
                        would be a new run
                        judge exact (metric): 0 verdicts stored, 10 open, no calls, no cost
                        judge big (llm): 0 verdicts stored, 10 open; 10 calls, 0 answered from the log without one, about \
                        """)
                    .containsPattern("tokens to send, \\d\\.\\d{4} to \\d\\.\\d{4} USD at prices of 2026-11-01\n")
                    .contains("Tokens are estimated at four characters each")
                    .contains("The first question:\n[system]\nYou are an impartial judge")
                    .contains("PROMPT-TEXT")
                    .contains("RESPONSE-TEXT");
            assertThat(server.questions()).isEmpty();
            assertThat(CliRun.of(folder, "runs").err()).contains("No run yet.");
        }
    }

    @Test
    void run_metric_endsWithTheRunAndASummary() throws IOException {
        CliRun run = CliRun.of(folder, "run", CliRun.tournament(folder, METRIC));
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("run " + run.runId() + "\n");
        assertThat(run.err())
                .contains("new run " + run.runId())
                .contains("judge exact (metric): 10 votes, of these 0 ties, 0 both bad")
                .contains("first position won 50.0 % of 10 decisive votes; same result in every order: 5 of 5 matchups"
                        + " (100.0 %)");
        assertThat(CliRun.of(folder, "run", run.runId()).err()).contains("resuming run " + run.runId());
        assertThat(CliRun.of(folder, "runs").out()).containsPattern(run.runId() + " .* 10 +0 +0 +0\\.0000");
        assertThat(CliRun.of(folder, "plan", run.runId()).out())
                .contains("would go on with run " + run.runId())
                .contains("10 verdicts stored, 0 open")
                .contains("nothing is left to ask: every verdict of this plan is stored");
    }

    @Test
    void retry_afterFailures_mendsThemAndTheCodeFollows() throws IOException {
        AtomicBoolean mended = new AtomicBoolean();
        try (ChatServer server = new ChatServer(number -> number <= 2 && !mended.get()
                ? new Answer(500, "{}")
                : number == 3 && !mended.get() ? Answer.saying("no label") : Answer.saying("fine [[B]]"))) {
            String file = CliRun.tournament(folder, CliRun.asking(server, ""));
            CliRun run = CliRun.of(folder, "run", file);
            assertThat(run.code()).isEqualTo(4);
            assertThat(run.err())
                    .contains("7 votes, of these 0 ties, 0 both bad; abstentions: 1 unparsed, 2 failed")
                    .contains("10 calls (sent 10 times), 800 tokens in, 80 out, cost unknown: no price given")
                    .contains("3 judgments failed; ask them again with: arena --db " + CliRun.database(folder)
                            + " retry " + run.runId());
            mended.set(true);
            CliRun some = CliRun.of(folder, "retry", run.runId(), "--only", "unparsed");
            assertThat(some.code()).isEqualTo(4);
            assertThat(server.questions()).hasSize(11);
            CliRun all = CliRun.of(folder, "retry", run.runId());
            assertThat(all.code()).isZero();
            assertThat(all.err()).contains("judge big (llm): 10 votes");
            assertThat(server.questions()).hasSize(13);
            assertThat(CliRun.of(folder, "retry", run.runId()).code()).isZero();
            assertThat(server.questions()).hasSize(13);
        }
    }

    @Test
    void run_budgetUsed_isResumableByIdWithALargerOne() throws IOException {
        try (ChatServer server = new ChatServer(number -> Answer.saying("[[A]]"))) {
            String file = CliRun.tournament(folder, CliRun.asking(server, "") + "budget: {max_calls: 4}\n");
            CliRun capped = CliRun.of(folder, "run", file);
            assertThat(capped.code()).isEqualTo(5);
            assertThat(capped.err()).contains("6 verdicts are still open").contains("the budget is used; go on");
            assertThat(CliRun.of(folder, "run", capped.runId()).code()).isEqualTo(5);
            assertThat(server.questions()).hasSize(4);
            assertThat(CliRun.of(folder, "run", capped.runId(), "--max-calls", "100")
                            .code())
                    .isZero();
            assertThat(server.questions()).hasSize(10).doesNotHaveDuplicates();
            CliRun refused = CliRun.of(folder, "run", capped.runId(), "--max-cost-usd", "1");
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("the price of judge 'big' is unknown");
        }
    }

    @Test
    void run_notAuthorised_leavesWithSixAndTheRun() throws IOException {
        try (ChatServer server =
                new ChatServer(number -> number > 3 ? new Answer(401, "{}") : Answer.saying("[[A]]"))) {
            CliRun run = CliRun.of(folder, "run", CliRun.tournament(folder, CliRun.asking(server, "")));
            assertThat(run.code()).isEqualTo(6);
            assertThat(run.runId()).startsWith("small-");
            assertThat(run.err())
                    .contains("stopped; what was answered is stored. Go on with: arena")
                    .contains("does not authorise us (HTTP 401)");
        }
    }

    @Test
    void run_anything_printsNoKeyPromptResponseOrReply() throws IOException {
        try (ChatServer server = new ChatServer(number -> number % 3 == 0
                ? new Answer(500, "{\"error\":{\"message\":\"REPLY-TEXT\"}}")
                : Answer.saying("REPLY-TEXT [[A]]"))) {
            CliRun run = CliRun.of(folder, "-v", "run", CliRun.tournament(folder, CliRun.asking(server, "")));
            assertThat(server.questions()).hasSize(10).allMatch(question -> question.contains("PROMPT-TEXT"));
            assertThat(run.out() + run.err())
                    .doesNotContain("sk-secret-value")
                    .doesNotContain("PROMPT-TEXT")
                    .doesNotContain("RESPONSE-TEXT")
                    .doesNotContain("REPLY-TEXT");
        }
    }

    @Test
    void run_missingKey_isRefusedAndLeavesNoRun() throws IOException {
        try (ChatServer server = new ChatServer(number -> Answer.saying("[[A]]"))) {
            String judges = CliRun.asking(server, "").replace("TEST_KEY", "ANOTHER_KEY");
            CliRun run = CliRun.of(folder, "run", CliRun.tournament(folder, judges));
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("Judge 'big' needs a key in the environment variable ANOTHER_KEY");
            assertThat(server.questions()).isEmpty();
            assertThat(CliRun.of(folder, "runs").err()).contains("No run yet.");
        }
    }

    @Test
    void run_unknownSchedule_isRefused() throws IOException {
        String file = CliRun.tournament(folder, METRIC);
        Files.writeString(Path.of(file), "name: s\nschedule: {type: swis, rounds: 3}\njudges:\n" + METRIC);
        CliRun run = CliRun.of(folder, "run", file);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "t.yaml:2: field 'schedule.type' is 'swis'; allowed: all-pairs, baseline, random, swiss, adaptive.")
                .contains("swiss");
    }

    @Test
    void run_neitherFileNorRun_saysSo() {
        assertThat(CliRun.of(folder, "run", "nope").err()).contains("There is no run 'nope' in this database.");
        assertThat(CliRun.of(folder, "run", "nope.yaml").err()).contains("nope.yaml does not exist.");
        assertThat(CliRun.of(folder, "retry", "nope").code()).isEqualTo(2);
        assertThat(CliRun.of(folder, "retry", "nope", "--only", "bad").err())
                .contains("--only 'bad' is not allowed; allowed: failed, refused, unparsed.");
    }

    @Test
    void run_noDatabase_saysSoAndMakesNone(@TempDir Path empty) throws IOException {
        CliRun run = CliRun.of(empty, "run", CliRun.tournament(empty, METRIC));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("There is no database").contains("'arena import' makes it");
        assertThat(empty.resolve("arena.db")).doesNotExist();
    }

    @Test
    void run_programWithVerbose_logsWhatItWritesToItsStandardError() throws IOException {
        Path script = folder.resolve("judge.sh");
        Files.writeString(script, """
            echo 'loading my model' >&2
            while read -r line; do
              id=${line#*\\"id\\":\\"}; id=${id%%\\"*}
              echo "{\\"id\\":\\"$id\\",\\"verdict\\":\\"first\\"}"
            done
            """);
        String file = CliRun.tournament(folder, "  - {name: mine, type: command, command: [sh, '" + script + "']}\n");
        Logger logger = (Logger) LoggerFactory.getLogger("dev.arena");
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        logger.addAppender(seen);
        try {
            CliRun run = CliRun.of(folder, "-v", "run", file);
            assertThat(run.code()).isZero();
            assertThat(run.err()).contains("judge mine (command): 10 votes").contains("cost unknown");
            assertThat(seen.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .contains("mine says: loading my model");
        } finally {
            logger.detachAppender(seen);
            logger.setLevel(null);
        }
    }

    @Test
    void run_endpointThatIsNotThere_exitsWithSixAndTheCommandToGoOn() throws IOException {
        String url;
        try (ChatServer server = new ChatServer(number -> Answer.saying("[[A]]"))) {
            url = CliRun.asking(server, "");
        }
        CliRun run = CliRun.of(folder, "run", CliRun.tournament(folder, url));
        assertThat(run.code()).isEqualTo(6);
        assertThat(run.err())
                .contains("cannot be reached (ConnectException). Nothing was asked.")
                .contains("Go on with: arena --db " + CliRun.database(folder) + " run " + run.runId());
    }

    @Test
    void run_judgeThatCompetes_isRefusedBeforeAnything() throws IOException {
        String judge = "  - {name: big, type: openai, base_url: 'http://127.0.0.1:9/v1', model: Maker/Beta}\n";
        CliRun run = CliRun.of(folder, "run", CliRun.tournament(folder, judge));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("t.yaml:4: field 'judges[0].model' is 'Maker/Beta'; allowed: a model that is not among the"
                        + " contestants")
                .contains("Add 'may_judge_itself: true' to judge 'big'");
    }
}
