package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.web.api.ServerRules;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that an administrator sends: looked at first, then stored, while voting goes on. */
class ImportHttpTest {
    private final TestArena arena = TestArena.over(store(), ServerRules.of(true, 1));

    private static InMemoryArenaStore store() {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(TestArena.SEED));
        store.catalog().apply(TestArena.catalog(1, "alpha", "beta"));
        return store;
    }

    @AfterEach
    void stop() {
        arena.close();
    }

    private static String rows(int prompts) {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= prompts; i++) {
            for (String model : List.of("alpha", "beta")) {
                rows.append("""
                        {"prompt_id":"q%d","prompt":"New question %d?","model":"%s","response":"New answer %s %d."}
                        """.formatted(i, i, model, model, i));
            }
        }
        return rows.toString();
    }

    private static HttpResponse<String> send(TestClient admin, String query, String file) {
        return admin.post("/api/admin/imports?" + query, file, "Content-Type", "application/octet-stream");
    }

    private static long uploads() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .startsWith(
                                    "arena-upload-" + ProcessHandle.current().pid() + "-"))
                    .count();
        }
    }

    @Test
    void dryRun_goodFile_countsAndStoresNothing() {
        long before = arena.store.revision();

        JsonNode answer = TestClient.json(send(arena.admin(), "dry_run=true&name=new.jsonl", rows(3)));

        assertThat(answer.path("dry_run").asBoolean()).isTrue();
        assertThat(answer.path("name").asText()).isEqualTo("new.jsonl");
        assertThat(answer.path("shape").asText()).isEqualTo("combined");
        assertThat(answer.at("/counts/rows").asInt()).isEqualTo(6);
        assertThat(answer.at("/counts/new_prompts").asInt()).isEqualTo(3);
        assertThat(answer.at("/counts/new_responses").asInt()).isEqualTo(6);
        assertThat(answer.path("problems_total").asInt()).isZero();
        assertThat(arena.store.revision()).isEqualTo(before);
    }

    @Test
    void dryRun_manyBadRows_showsAHundredAndCountsAll() {
        String file = rows(2) + "{\"prompt_id\":\"q9\",\"prompt\":\"x\",\"model\":\"alpha\"}\n".repeat(130);

        JsonNode answer = TestClient.json(send(arena.admin(), "dry_run=true&name=bad.jsonl", file));

        assertThat(answer.path("problems_total").asInt()).isEqualTo(130);
        assertThat(answer.path("problems")).hasSize(100);
        JsonNode first = answer.path("problems").get(0);
        assertThat(first.path("line").asInt()).isEqualTo(5);
        assertThat(first.path("field").asText()).isEqualTo("response");
        assertThat(first.path("allowed").asText()).isNotBlank();
        assertThat(answer.at("/counts/new_prompts").asInt()).isEqualTo(2);
        assertThat(answer.at("/counts/set_aside").asInt()).isEqualTo(130);
    }

    @Test
    void dryRun_fileOfNoKnownKind_isOneProblem() {
        JsonNode answer = TestClient.json(send(arena.admin(), "dry_run=true&name=x.bin", "\u0001\u0002 what is this"));

        assertThat(answer.path("problems_total").asInt()).isEqualTo(1);
        assertThat(answer.path("shape").asText()).isEmpty();
        assertThat(answer.at("/problems/0/allowed").asText()).isNotBlank();
    }

    @Test
    void import_goodFile_isDrawnWithoutARestart() {
        TestClient voter = arena.client();
        voter.vote(voter.nextToken(), "k", "{\"verdict\":\"first\"}");
        VotingTest.assertError(voter.get("/api/battles/next"), 404, "no_battles");

        JsonNode answer = TestClient.json(send(arena.admin(), "name=new.jsonl", rows(3)));

        assertThat(answer.path("dry_run").asBoolean()).isFalse();
        assertThat(answer.at("/counts/new_responses").asInt()).isEqualTo(6);
        JsonNode battle = TestClient.json(voter.get("/api/battles/next"));
        assertThat(battle.at("/prompt/turns/0").asText()).startsWith("New question");
        assertThat(battle.at("/progress/remaining").asInt()).isEqualTo(3);
    }

    @Test
    void import_badRow_storesNothingUnlessItIsLeftOut() throws Exception {
        String file = rows(1) + "{\"prompt_id\":\"q9\",\"prompt\":\"x\",\"model\":\"alpha\"}\n";
        TestClient admin = arena.admin();
        long before = arena.store.revision();

        HttpResponse<String> refused = send(admin, "name=bad.jsonl", file);
        VotingTest.assertError(refused, 422, "invalid_file");
        assertThat(refused.body()).contains("Nothing was stored. bad.jsonl:3: field 'response' is missing");
        assertThat(arena.store.revision()).isEqualTo(before);

        JsonNode stored = TestClient.json(send(admin, "name=bad.jsonl&skip_invalid=true", file));
        assertThat(stored.path("problems_total").asInt()).isEqualTo(1);
        assertThat(stored.at("/counts/new_responses").asInt()).isEqualTo(2);
        assertThat(uploads()).as("temporary files").isZero();
    }

    @Test
    void import_tooLargeEmptyOrMisnamed_isRefused() {
        TestClient admin = arena.admin();

        VotingTest.assertError(send(admin, "name=big.jsonl", "x".repeat(1_100_000)), 413, "body_too_large");
        VotingTest.assertError(send(admin, "name=empty.jsonl", ""), 400, "empty_file");
        VotingTest.assertError(send(admin, "name=..%2F..%2Fetc", rows(1)), 400, "invalid_value");
        VotingTest.assertError(send(admin, "dry_run=yes", rows(1)), 400, "invalid_value");
        assertThat(send(admin, "dry_run=true", rows(800)).statusCode())
                .as("many times 64 KB")
                .isEqualTo(200);
    }
}
