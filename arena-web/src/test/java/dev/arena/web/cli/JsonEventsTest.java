package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --json}: every line of standard error is an event, standard output stays as it is. */
class JsonEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private static List<JsonNode> events(CliRun run) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : run.err().lines().toList()) {
            events.add(JSON.readTree(line));
        }
        return events;
    }

    private static List<String> names(List<JsonNode> events) {
        return events.stream().map(event -> event.path("event").asText()).toList();
    }

    private static List<String> lines(List<JsonNode> events, String name) {
        return events.stream()
                .filter(event -> event.path("event").asText().equals(name))
                .map(JsonNode::toString)
                .toList();
    }

    @Test
    void run_withEvents_tellsEveryAnswerAndTheLedgerLineByLine() throws IOException {
        CliRun.importPrompts(folder, 1);
        try (ChatServer server =
                new ChatServer(number -> ChatServer.Answer.saying(number == 1 ? "no label" : "[[A]]"))) {
            String price = ", price: {input_per_million: 2, output_per_million: 10, as_of: 2026-11-01}";
            String file = CliRun.tournament(folder, CliRun.asking(server, price));
            CliRun run = CliRun.of(folder, "run", file, "--json");
            List<JsonNode> events = events(run);

            assertThat(run.code()).isEqualTo(4);
            assertThat(run.out()).isEqualTo("run " + run.runId() + "\n");
            assertThat(names(events))
                    .startsWith("run_started", "judge_ready")
                    .endsWith("warning", "finished")
                    .contains("answered", "progress");
            assertThat(lines(events, "run_started"))
                    .containsExactly("{\"event\":\"run_started\",\"run\":\"" + run.runId()
                            + "\",\"name\":\"small\",\"stored\":0,\"open\":2}");
            assertThat(lines(events, "judge_ready")).containsExactly("{\"event\":\"judge_ready\",\"judge\":\"big\"}");
            List<String> answered = lines(events, "answered");
            assertThat(answered).hasSize(2);
            assertThat(answered.get(0).replaceAll("\"ms\":\\d+", "\"ms\":0"))
                    .matches("\\{\"event\":\"answered\",\"judge\":\"big\",\"key\":\"1:[12]>[12]#1\",\"order\":"
                            + "\\[\"(alpha\",\"beta|beta\",\"alpha)\"],\"verdict\":null,\"reason\":\"unparsed\",\"detail\":\".+\","
                            + "\"cost_usd\":3\\.0E-4,\"cached\":false,\"attempts\":1,\"ms\":0}");
            assertThat(answered.get(1)).contains("\"verdict\":\"first\",\"reason\":null,\"detail\":null");
            assertThat(lines(events, "progress")).last().asString().contains("\"done\":2,\"total\":2,\"note\":\"");
            assertThat(lines(events, "finished"))
                    .containsExactly("{\"event\":\"finished\",\"run\":\"" + run.runId()
                            + "\",\"ending\":\"finished\",\"why\":\"\",\"open\":0,\"identical\":0,\"lacking\":0,"
                            + "\"judges\":[{\"judge\":\"big\",\"kind\":\"llm\",\"votes\":1,\"ties\":0,\"both_bad\":0,"
                            + "\"abstentions\":{\"unparsed\":1},\"ledger\":{\"calls\":2,\"attempts\":2,\"nudges\":0,"
                            + "\"cached\":0,\"unknown_fate\":0,\"prompt_tokens\":200,\"completion_tokens\":20,"
                            + "\"cost_usd\":6.0E-4,\"cost_unknown\":0}}]}");

            CliRun retried = CliRun.of(folder, "retry", run.runId(), "--json");
            assertThat(retried.code()).isZero();
            assertThat(lines(events(retried), "answered")).hasSize(1);
        }
    }

    @Test
    void run_budgetUsed_isAnEvent() throws IOException {
        CliRun.importPrompts(folder, 1);
        try (ChatServer server = new ChatServer(number -> ChatServer.Answer.saying("[[A]]"))) {
            String file = CliRun.tournament(folder, CliRun.asking(server, ""));
            CliRun run = CliRun.of(folder, "run", file, "--json", "--max-calls", "1");

            assertThat(run.code()).isEqualTo(5);
            assertThat(names(events(run))).endsWith("budget", "finished");
            // Without a price nothing is known of the cost, which is not the same as nothing.
            assertThat(lines(events(run), "finished").get(0))
                    .contains("\"ending\":\"budget\"", "\"cost_usd\":null,\"cost_unknown\":1");
        }
    }

    @Test
    void run_endpointThatRefuses_saysSoInEventsOnly() throws IOException {
        CliRun.importPrompts(folder, 1);
        try (ChatServer server = new ChatServer(number -> new ChatServer.Answer(401, "{}"))) {
            CliRun run = CliRun.of(folder, "run", CliRun.tournament(folder, CliRun.asking(server, "")), "--json");

            assertThat(run.code()).isEqualTo(6);
            assertThat(names(events(run))).endsWith("stopped", "error");
            assertThat(run.out()).startsWith("run small-");
        }
    }

    @Test
    void run_watched_namesThePageAndEndsWithTheRun() throws IOException {
        CliRun.importPrompts(folder, 1);
        String file = CliRun.tournament(folder, "  - {name: chrf, type: metric, metric: chrf}\n");
        CliRun run = CliRun.of(folder, "run", file, "--watch", "--port", "0");

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .containsPattern(
                        "The run is shown on http://127\\.0\\.0\\.1:\\d+/runs/" + run.runId() + " until it ends");
        CliRun wrong = CliRun.of(folder, "run", file, "--watch", "--port", "99999");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--port 99999 is not allowed");
    }

    @Test
    void view_unknownRun_saysWhereTheRunsAre() throws IOException {
        CliRun.importPrompts(folder, 1);
        CliRun view = CliRun.of(folder, "view", "nope", "--port", "0");

        assertThat(view.code()).isEqualTo(2);
        assertThat(view.err()).contains("There is no run 'nope' in this database. 'arena runs' lists them.");
    }
}
