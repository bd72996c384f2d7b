package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Run;
import dev.arena.core.model.RunId;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.web.api.ServerRules;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever may vote reads everything that can be read, and finds no name beside a text; whoever sees names is given no battle. */
class WalkTest {
    private static final String RUN = "sentinel-run-1a2b3c4d";
    private static final String STUDY =
            "{\"settings\":{\"key\":\"summaries\",\"name\":\"Which?\",\"k\":2," + "\"voters\":{\"who\":\"invited\"}}}";

    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(TestArena.SEED));
    private final TestArena arena;
    private final TestClient admin;
    private final TestClient voter;
    private final String token;

    WalkTest() {
        store.catalog().apply(BlindnessTest.catalog());
        store.runs().put(new Run(new RunId(RUN), "sentinel-run", "hash", "x", TestArena.NOW));
        arena = TestArena.over(store, ServerRules.STANDARD);
        admin = arena.admin();
        admin.postJson("/api/admin/studies", STUDY);
        admin.postJson("/api/admin/studies/summaries/state", "{\"state\":\"open\",\"reason\":\"\"}");
        voter = arena.client();
        token = voter.nextToken();
    }

    @AfterEach
    void stop() {
        arena.close();
    }

    private TestClient joined(String path, String body) {
        String url = TestClient.json(admin.postJson(path, body)).path("url").asText();
        TestClient client = arena.client();
        HttpResponse<String> answer =
                client.postJson("/api/join", "{\"secret\":\"" + url.substring(url.lastIndexOf('/') + 1) + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return client;
    }

    private TestClient secondDevice() {
        String code = TestClient.json(voter.send("POST", "/api/me/codes", null))
                .path("code")
                .asText();
        TestClient client = arena.client();
        assertThat(client.postJson("/api/me/claims", "{\"code\":\"" + code + "\"}")
                        .statusCode())
                .isEqualTo(200);
        return client;
    }

    /** Tables of ratings name contestants, and hold neither a text nor a battle. */
    static boolean isTable(HttpResponse<String> answer) {
        String path = answer.uri().getPath();
        return path.startsWith("/api/leaderboard") || path.startsWith("/api/snapshots");
    }

    @Test
    void everyAddress_forWhoeverMayVote_pairsNoNameWithAText() {
        Map<String, TestClient> visitors = new LinkedHashMap<>();
        visitors.put("voter", voter);
        visitors.put("second device", secondDevice());
        visitors.put("stranger", arena.client());
        visitors.put("voter of a study", joined("/api/admin/studies/summaries/invites", "{}"));
        List<String> secrets = BlindnessTest.secrets(store);

        visitors.forEach((name, visitor) -> {
            List<HttpResponse<String>> answers = Walk.everything(arena, visitor, token, RUN);
            assertThat(answers).hasSizeGreaterThan(40);
            for (HttpResponse<String> answer : answers) {
                if (isTable(answer)) {
                    assertThat(answer.body())
                            .as("%s reads %s", name, answer)
                            .doesNotContain(BlindnessTest.TEXT_ONE, BlindnessTest.TEXT_OTHER, token, "2 + 2");
                } else {
                    BlindnessTest.assertBlind(answer, secrets);
                }
            }
        });
        assertThat(store.votes().count()).isZero();
    }

    @Test
    void everyAddress_forWhoeverSeesNames_givesNoBattle() {
        TestClient analyst = joined("/api/admin/invites", "{\"role\":\"analyst\"}");
        for (TestClient reader : List.of(analyst, admin)) {
            List<HttpResponse<String>> answers = Walk.everything(arena, reader, token, RUN);

            assertThat(answers)
                    .filteredOn(answer -> answer.uri().getPath().equals("/api/battles/next")
                            && !answer.uri().toString().endsWith("=none"))
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(answer.body()).contains("not_blind"));
            assertThat(answers)
                    .filteredOn(answer -> answer.uri().getPath().equals("/api/runs"))
                    .allSatisfy(answer -> assertThat(answer.body()).contains(RUN));
            assertThat(answers).noneMatch(answer -> answer.body().contains("\"code\":\"voting_open\""));
        }
    }
}
