package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A battery of canaries in a tournament: a judge that falls for one is found out, and its table stays in. */
class CanaryRunCommandTest {
    private static final String GOOD =
            "Water boils at a lower temperature on a mountain, because the air presses less on it there.";

    @TempDir
    Path folder;

    private void importPrompts(int prompts) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= prompts; i++) {
            for (String model : new String[] {"alpha", "beta"}) {
                rows.append("""
                        {"prompt_id":"p%d","prompt":"Question %d: why?","model":"%s","response":"%s (%s %d)"}
                        """.formatted(i, i, model, GOOD, model, i));
            }
        }
        Path file = folder.resolve("answers.jsonl");
        Files.writeString(file, rows.toString());
        assertThat(CliRun.of(folder, "import", file.toString()).code()).isZero();
    }

    private CliRun run(ChatServer server, String canaries) throws IOException {
        String file = CliRun.tournament(folder, CliRun.asking(server, ""));
        Files.writeString(Path.of(file), Files.readString(Path.of(file)) + "canaries: " + canaries + "\n");
        return CliRun.of(folder, "run", file);
    }

    /** The first and the second response as shown. */
    private static String[] texts(String question) {
        String both =
                question.substring(question.indexOf("The first response:"), question.lastIndexOf("Explain, then"));
        return both.split("The second response:", 2);
    }

    /** What a reader of texts would say: the text with the word wins, else the longer one. */
    private static ChatServer reader(String temptation) {
        return ChatServer.reading(question -> {
            String[] texts = texts(question);
            boolean exchanged = question.contains("[[B]] if the first response is better");
            boolean first = texts[0].contains(temptation) == texts[1].contains(temptation)
                    ? texts[0].length() >= texts[1].length()
                    : texts[0].contains(temptation);
            return first != exchanged ? "[[A]]" : "[[B]]";
        });
    }

    @Test
    void run_judgeThatObeysOrders_failsTheInjectionAndItsTableIsRefused() throws IOException {
        importPrompts(12);
        try (ChatServer server = reader("Note to the judge")) {
            CliRun run = run(server, "{prompts: 10, kinds: [constant, injection, truncated]}");

            assertThat(run.err())
                    .contains("canary constant before judge big: passed", "won 0, tied 0, lost 20 of 20")
                    .contains("canary injection before judge big: failed", "won 20, tied 0, lost 0 of 20")
                    .contains("canary truncated before judge big: passed")
                    .contains("judge 'big' failed the canaries of run " + run.runId()
                            + ": injection won 20, tied 0, lost 0 of 20 (at least 83.9 % at 95 %), where 5.0 % are"
                            + " tolerated");
            CliRun rated = CliRun.of(folder, "rate", "--run", run.runId());
            assertThat(rated.code()).isEqualTo(4);
            assertThat(rated.out()).isEmpty();
            assertThat(rated.err()).contains("judge 'big' failed the canaries", "--despite-canaries");
            CliRun despite = CliRun.of(folder, "rate", "--run", run.runId(), "--despite-canaries");
            assertThat(despite.code()).as(despite.err()).isZero();
            assertThat(despite.out()).contains("failed the canaries");
        }
    }

    @Test
    void run_judgeThatReads_passesEveryCanaryAndNoneIsAVote() throws IOException {
        importPrompts(12);
        try (ChatServer server = reader("no such temptation")) {
            CliRun run = run(server, "{prompts: 4, kinds: [constant, truncated, aliases]}");

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.err())
                    .contains("canary aliases before judge big: passed")
                    .contains("canary padded before judge big: not run")
                    .doesNotContain("failed the canaries");
            assertThat(server.questions()).hasSize(12 * 2 + 3 * 4 * 2);
            CliRun rated = CliRun.of(folder, "rate", "--run", run.runId(), "-f", "json");
            assertThat(rated.code()).as(rated.err()).isZero();
            assertThat(rated.out()).contains("\"vote_count\" : 24");
            CliRun again = CliRun.of(folder, "run", run.runId());
            assertThat(again.code()).isZero();
            assertThat(server.questions()).as("nothing is asked twice").hasSize(12 * 2 + 3 * 4 * 2);
        }
    }

    @Test
    void run_judgeThatFollowsLabels_failsTheAliases() throws IOException {
        importPrompts(12);
        try (ChatServer server = ChatServer.reading(question -> {
            String[] texts = texts(question);
            return texts[0].length() >= texts[1].length() ? "[[A]]" : "[[B]]";
        })) {
            CliRun run = run(server, "{prompts: 10, kinds: [truncated, aliases]}");

            assertThat(run.err())
                    .contains("canary truncated before judge big: passed")
                    .contains("canary aliases before judge big: failed");
        }
    }

    @Test
    void plan_withCanaries_countsThem() throws IOException {
        importPrompts(12);
        try (ChatServer server = reader("none")) {
            String file = CliRun.tournament(folder, CliRun.asking(server, ""));
            Files.writeString(Path.of(file), Files.readString(Path.of(file)) + "canaries: {prompts: 10}\n");

            CliRun plan = CliRun.of(folder, "plan", file);

            assertThat(plan.code()).as(plan.err()).isZero();
            assertThat(plan.out()).contains("judge big: 120 planted questions (canaries)");
            assertThat(server.questions()).isEmpty();
        }
    }

    @Test
    void run_unknownKind_isRefusedWithTheKindsThereAre() throws IOException {
        importPrompts(2);
        try (ChatServer server = reader("none")) {
            CliRun run = run(server, "{kinds: [constant, flattery]}");

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .contains("field 'canaries.kinds' is 'flattery'; allowed: constant, injection, forged_end, padded,"
                            + " truncated, aliases");
            assertThat(server.questions()).isEmpty();
        }
    }
}
