package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.web.RunViewServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server about runs tells of a run that the command line made. */
class RunViewTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    /** A server over the database of the folder, opened to read. */
    private final class View implements AutoCloseable {
        private final SqliteArenaStore store = SqliteArenaStore.openReadOnly(Path.of(CliRun.database(folder)));
        private final RunViewServer server = RunViewServer.start(store, InstantSource.system(), 0);

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(server.url() + path)).build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        }

        JsonNode json(String path) throws IOException, InterruptedException {
            HttpResponse<String> response = get(path);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return JSON.readTree(response.body());
        }

        void assertError(String path, int status, String code, String words) throws IOException, InterruptedException {
            HttpResponse<String> response = get(path);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            JsonNode error = JSON.readTree(response.body());
            assertThat(error.fieldNames()).toIterable().containsExactly("status", "code", "message", "details");
            assertThat(error.path("code").asText()).isEqualTo(code);
            assertThat(error.toString()).contains(words);
        }

        @Override
        public void close() {
            server.close();
            store.close();
        }
    }

    private static List<String> texts(JsonNode rows, String field) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.path(field).asText()));
        return texts;
    }

    /** Two prompts in both orders: the first position wins, except that the third reply cannot be read. */
    private String askedRun() throws IOException {
        CliRun.importPrompts(folder, 2);
        try (ChatServer server = new ChatServer(
                number -> ChatServer.Answer.saying(number == 3 ? "<b>no</b> label" : "The <i>first</i>. [[A]]"))) {
            String price = ", price: {input_per_million: 2, output_per_million: 10, as_of: 2026-11-01}";
            String file = CliRun.tournament(folder, CliRun.asking(server, price) + "budget: {max_calls: 9}\n");
            CliRun run = CliRun.of(folder, "run", file);
            assertThat(run.code()).as(run.err()).isEqualTo(4);
            return run.runId();
        }
    }

    @Test
    void run_finished_tellsWhatTheJudgeDidAndWhatItCost() throws Exception {
        String id = askedRun();
        try (View view = new View()) {
            JsonNode head = view.json("/api/runs").path("runs").get(0);
            JsonNode run = view.json("/api/runs/" + id);
            JsonNode judge = run.path("judges").get(0);

            assertThat(head.path("id").asText()).isEqualTo(id);
            assertThat(head.path("votes").asLong()).isEqualTo(4);
            assertThat(head.path("abstentions").asLong()).isEqualTo(1);
            assertThat(run.path("ending").asText()).isEqualTo("finished");
            assertThat(run.path("max_calls").asLong()).isEqualTo(9);
            assertThat(run.path("canaries").isEmpty()).isTrue();
            assertThat(judge.path("planned").asLong()).isEqualTo(4);
            assertThat(judge.path("votes").asLong()).isEqualTo(3);
            assertThat(judge.path("abstentions").toString()).isEqualTo("{\"unparsed\":1}");
            assertThat(judge.path("calls").asLong()).isEqualTo(4);
            assertThat(judge.path("unknown_fate").asLong()).isZero();
            // 4 calls of 100 tokens at 2 and 10 tokens at 10 US dollars a million
            assertThat(judge.path("cost_usd").asDouble()).isEqualTo(0.0012);
            assertThat(texts(run.at("/filters/contestants"), "")).hasSize(2);
        }
    }

    @Test
    void matchup_bothOrders_standSideBySideWithQuestionAndReply() throws Exception {
        String id = askedRun();
        try (View view = new View()) {
            JsonNode conflicts = view.json("/api/runs/" + id + "/matchups?outcome=conflict&judge=big");
            JsonNode unparsed = view.json("/api/runs/" + id + "/matchups?outcome=unparsed");
            assertThat(conflicts.path("matchups")).hasSize(1);
            assertThat(unparsed.path("matchups")).hasSize(1);
            assertThat(view.json("/api/runs/" + id + "/matchups?q=no-such-word").path("matchups"))
                    .isEmpty();
            JsonNode row = conflicts.path("matchups").get(0);
            assertThat(row.path("conflict").asBoolean()).isTrue();
            assertThat(texts(row.path("games"), "verdict")).containsExactly("first", "first");
            assertThat(new TreeSet<>(texts(row.path("games"), "winner"))).containsExactly("alpha", "beta");

            String key = URLEncoder.encode(row.path("key").asText(), StandardCharsets.UTF_8);
            JsonNode detail = view.json("/api/runs/" + id + "/matchup?key=" + key);
            JsonNode game = detail.path("games").get(0);
            assertThat(texts(detail.path("responses"), "contestant")).containsExactly("alpha", "beta");
            assertThat(game.path("question").asText()).contains("PROMPT-TEXT", "RESPONSE-TEXT right", "[user]");
            assertThat(game.path("question_as_stored").asBoolean()).isTrue();
            assertThat(game.path("reply").asText()).isEqualTo("The <i>first</i>. [[A]]");
            assertThat(game.path("cost_usd").asDouble()).isEqualTo(0.0003);
            assertThat(game.path("attempts").asInt()).isEqualTo(1);
            assertThat(game.toString()).doesNotContain(CliRun.ENVIRONMENT.get("TEST_KEY"));
        }
    }

    @Test
    void matchups_manyOfThem_comeInPagesThatMeet() throws Exception {
        CliRun.importPrompts(folder, 120);
        String file = CliRun.tournament(folder, "  - {name: chrf, type: metric, metric: chrf}\n");
        String id = CliRun.of(folder, "run", file).runId();
        try (View view = new View()) {
            List<String> keys = new ArrayList<>();
            String after = "";
            int pages = 0;
            while (after != null) {
                JsonNode page = view.json("/api/runs/" + id + "/matchups"
                        + (after.isEmpty() ? "" : "?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8)));
                keys.addAll(texts(page.path("matchups"), "prompt_key"));
                after = page.path("next").isNull() ? null : page.path("next").asText();
                pages++;
            }
            assertThat(pages).isEqualTo(3);
            assertThat(keys).hasSize(120).doesNotHaveDuplicates();
        }
    }

    @Test
    void run_withCanaries_saysWhatEachJudgeMadeOfThem() throws Exception {
        CliRun.importPrompts(folder, 2);
        try (ChatServer server = new ChatServer(number -> ChatServer.Answer.saying("[[A]]"))) {
            String canaries = "canaries: {prompts: 1, kinds: [constant]}\n";
            String file = CliRun.tournament(folder, CliRun.asking(server, "") + canaries);
            String id = CliRun.of(folder, "run", file).runId();
            try (View view = new View()) {
                JsonNode lines = view.json("/api/runs/" + id).path("canaries");
                JsonNode line = lines.get(0);
                assertThat(line.path("judge").asText()).isEqualTo("big");
                assertThat(line.path("kind").asText()).isEqualTo("constant");
                // It prefers whatever stands first, so the canary wins in one order of two.
                assertThat(line.path("won").asLong()).isEqualTo(1);
                assertThat(line.path("lost").asLong()).isEqualTo(1);
                assertThat(texts(lines, "status")).contains("not_run");
            }
        }
    }

    @Test
    void wrongRequests_areToldInTheErrorShape() throws Exception {
        String id = askedRun();
        try (View view = new View()) {
            view.assertError("/api/runs/nope", 404, "unknown_run", "nope");
            view.assertError("/api/runs/nope/matchups", 404, "unknown_run", "nope");
            view.assertError("/api/runs/" + id + "/matchup?key=1", 404, "unknown_matchup", "/api/runs");
            view.assertError("/api/runs/" + id + "/matchup", 400, "missing_value", "?key=");
            view.assertError("/api/runs/" + id + "/matchups?x=1", 400, "invalid_value", "contestant, judge");
            view.assertError("/api/runs/" + id + "/matchups?outcome=won", 400, "invalid_value", "both_bad, conflict");
            view.assertError("/api/runs/events", 406, "not_acceptable", "text/event-stream");
            view.assertError("/nothing", 404, "not_found", "");
        }
    }

    /** The page loads the files of a matchup from the same server, by their hashes. */
    @Test
    void matchup_withFiles_namesThemAndServesThem() throws Exception {
        CliRun.importPrompts(folder, 1);
        Files.writeString(
                folder.resolve("a.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
        Path rows = folder.resolve("files.jsonl");
        Files.writeString(rows, """
                {"prompt_id":"p1","model":"gamma","response":"See.","attachments":[{"path":"a.svg","media_type":"image/svg+xml"}]}
                """);
        CliRun imported = CliRun.of(folder, "import", rows.toString());
        assertThat(imported.code()).as(imported.err()).isZero();
        String file = CliRun.tournament(folder, "  - {name: chrf, type: metric, metric: chrf}\n");
        String id = CliRun.of(folder, "run", file).runId();
        try (View view = new View()) {
            JsonNode row = view.json("/api/runs/" + id + "/matchups?contestant=gamma")
                    .path("matchups")
                    .get(0);
            String key = URLEncoder.encode(row.path("key").asText(), StandardCharsets.UTF_8);
            JsonNode detail = view.json("/api/runs/" + id + "/matchup?key=" + key);
            JsonNode shown = detail.at("/responses/1/attachments/0");

            assertThat(detail.path("attachments")).isEmpty();
            assertThat(detail.at("/responses/0/attachments")).isEmpty();
            assertThat(shown.path("kind").asText()).isEqualTo("image");
            assertThat(shown.path("media_type").asText()).isEqualTo("image/svg+xml");
            HttpResponse<String> served =
                    view.get("/api/media/" + shown.path("sha256").asText());
            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(served.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox"));
            assertThat(served.body()).startsWith("<svg");
            view.assertError("/api/media/" + "0".repeat(64), 404, "not_found", "");
        }
    }

    @Test
    void unknownAddress_inABrowser_isAPage() throws Exception {
        askedRun();
        try (View view = new View()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(view.server.url() + "/leaderboard"))
                    .header("Accept", "text/html,*/*")
                    .build();
            HttpResponse<String> page = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        }
    }

    @Test
    void serverOfRuns_hasNothingToVoteOnAndNoLeaderboard() throws Exception {
        askedRun();
        try (View view = new View()) {
            for (String path :
                    List.of("/leaderboard", "/api/leaderboard", "/api/battles/next", "/api/votes", "/metrics")) {
                view.assertError(path, 404, "not_found", "");
            }
            HttpResponse<String> page = view.get("/runs");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'; script-src 'self'");
            assertThat(view.get("/").headers().firstValue("Location").orElseThrow())
                    .endsWith("/runs");
        }
    }

    @Test
    void strangersHostName_isRefused() throws Exception {
        askedRun();
        try (View view = new View();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), view.server.port())) {
            socket.getOutputStream()
                    .write("GET /api/runs HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").contains("unknown_host");
        }
    }

    @Test
    void stream_whileAnotherCommandGoesOn_tellsThatTheRunMoved() throws Exception {
        String id = askedRun();
        try (View view = new View();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), view.server.port());
                ChatServer server = new ChatServer(number -> ChatServer.Answer.saying("[[B]]"))) {
            assertThat(view.json("/api/runs/" + id).at("/judges/0/votes").asLong())
                    .isEqualTo(3);
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write("GET /api/runs/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader stream =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            long before = nextRevision(stream);

            String price = ", price: {input_per_million: 2, output_per_million: 10, as_of: 2026-11-01}";
            String file = CliRun.tournament(folder, CliRun.asking(server, price) + "seed: 7\n");
            String other = CliRun.of(folder, "run", file).runId();

            assertThat(nextRevision(stream)).isGreaterThan(before);
            assertThat(other).isNotEqualTo(id);
            assertThat(view.json("/api/runs/" + other).at("/judges/0/votes").asLong())
                    .isEqualTo(4);
        }
    }

    private static long nextRevision(BufferedReader stream) throws IOException {
        String line = stream.readLine();
        while (line != null && !line.startsWith("data: ")) {
            line = stream.readLine();
        }
        return Long.parseLong(String.valueOf(line).substring("data: ".length()));
    }
}
