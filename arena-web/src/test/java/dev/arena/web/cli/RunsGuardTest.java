package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import dev.arena.web.Arena;
import dev.arena.web.ArenaServer;
import dev.arena.web.ServerOptions;
import dev.arena.web.api.ServerRules;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on the server of battles: they name who wrote what, so only those see them who cannot vote. */
class RunsGuardTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    /** A server over the database of the folder, and a browser at it. */
    private final class Served implements AutoCloseable {
        private final ArenaStore store =
                SqliteArenaStore.open(Path.of(CliRun.database(folder)), StoreOptions.standard());
        private final ArenaServer server;
        private String cookie = "";

        Served(boolean floor) {
            this.server = ArenaServer.start(
                    new ServerOptions("127.0.0.1", 0, List.of()),
                    Arena.parts(store, "test", InstantSource.system(), new Random(20261122))
                            .with(ServerRules.of(floor, 1)));
        }

        HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
            HttpResponse<InputStream> response = HttpClient.newHttpClient()
                    .send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
            response.headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(value -> cookie = value.substring(0, value.indexOf(';')));
            return response;
        }

        HttpResponse<InputStream> get(String path, String accept) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(server.url() + path)).header("Accept", accept));
        }

        JsonNode json(String path) throws IOException, InterruptedException {
            try (InputStream body = get(path, "application/json").body()) {
                return JSON.readTree(body);
            }
        }

        void becomeAdmin() throws IOException, InterruptedException {
            String url = server.administrationUrl();
            String body = "{\"secret\":\"" + url.substring(url.lastIndexOf('/') + 1) + "\"}";
            send(HttpRequest.newBuilder(URI.create(server.url() + "/api/join"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body)))
                    .body()
                    .close();
        }

        /** The first bytes of the event stream. */
        String events() throws IOException, InterruptedException {
            HttpResponse<InputStream> response = get("/api/runs/events", "text/event-stream");
            try (InputStream body = response.body()) {
                return response.statusCode() + " " + new String(body.readNBytes(15), StandardCharsets.UTF_8);
            }
        }

        @Override
        public void close() {
            server.close();
            store.close();
        }
    }

    private String judgedRun() throws IOException {
        CliRun.importPrompts(folder, 2);
        CliRun run = CliRun.of(
                folder, "run", CliRun.tournament(folder, "  - {name: exact, type: metric, metric: exact-match}\n"));
        assertThat(run.code()).as(run.err()).isZero();
        return run.runId();
    }

    private static List<String> paths(String id) {
        return List.of(
                "/api/runs",
                "/api/runs/" + id,
                "/api/runs/" + id + "/matchups",
                "/api/runs/" + id + "/matchups?outcome=decided&q=PROMPT",
                "/api/runs/" + id + "/matchup?key=x");
    }

    @Test
    void runs_whileAnyoneMayVote_areClosedToVotersAndStrangersAndOpenToAnAdministrator() throws Exception {
        String id = judgedRun();
        try (Served served = new Served(true)) {
            for (boolean voter : List.of(false, true)) {
                if (voter) {
                    assertThat(served.json("/api/battles/next").path("battle").asText())
                            .isNotEmpty();
                }
                for (String path : paths(id)) {
                    JsonNode refused = served.json(path);
                    assertThat(refused.path("code").asText()).as(path).isEqualTo("voting_open");
                    assertThat(refused.toString()).doesNotContain("alpha", "beta", "RESPONSE-TEXT", "small");
                }
                assertThat(served.events()).startsWith("403 ");
            }

            served.becomeAdmin();

            assertThat(served.json("/api/battles/next").path("code").asText()).isEqualTo("not_blind");
            assertThat(served.json("/api/runs").at("/runs/0/id").asText()).isEqualTo(id);
            assertThat(served.json("/api/runs/" + id + "/matchups").toString()).contains("alpha", "beta");
            assertThat(served.events()).isEqualTo("200 event: revision");
        }
    }

    @Test
    void runs_whileNobodyMayVote_areOpen() throws Exception {
        String id = judgedRun();
        try (Served served = new Served(false)) {
            assertThat(served.json("/api/runs").at("/runs/0/id").asText()).isEqualTo(id);
            assertThat(served.json("/api/runs/" + id).path("name").asText()).isEqualTo("small");
        }
    }
}
