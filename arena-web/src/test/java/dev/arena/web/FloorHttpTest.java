package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.PromptText;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.web.api.ServerRules;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What anyone is told of the open floor: how many responses tell who wrote them, and never whose they are. */
class FloorHttpTest {
    private static final CatalogBatch.Origin FILE = new CatalogBatch.Origin("test.jsonl", 1);

    private final ArenaStore store = new InMemoryArenaStore(new Random(TestArena.SEED));
    private TestArena arena = TestArena.over(store);

    @AfterEach
    void stop() {
        arena.close();
    }

    /** Of four responses one says who wrote it, and one says it twice. */
    private TestArena start(ServerRules rules) {
        arena.server.close();
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(),
                        List.of(
                                new CatalogBatch.NewPrompt(FILE, "p1", PromptText.of("Who are you?")),
                                new CatalogBatch.NewPrompt(FILE, "p2", PromptText.of("How are you?"))),
                        List.of(
                                TestArena.response("p1", "zorblex", "I am Zorblex, and zorblex I stay."),
                                TestArena.response("p1", "quorble", "I am nobody."),
                                TestArena.response("p2", "zorblex", "Fine."),
                                TestArena.response("p2", "quorble", "Quorble is fine."))));
        arena = TestArena.over(store, rules);
        arena.battles.refreshCatalog();
        return arena;
    }

    private static JsonNode leaks(HttpResponse<String> trust) {
        for (JsonNode check : TestClient.json(trust).path("checks")) {
            if (check.path("id").asText().equals("leaks")) {
                return check;
            }
        }
        throw new AssertionError("no check of leaks in " + trust.body());
    }

    @Test
    void floor_openToAnyone_tellsCountsOfLeaksAndStartsNoVoter() {
        TestClient reader = start(ServerRules.STANDARD).client();

        HttpResponse<String> floor = reader.get("/api/floor");

        assertThat(floor.statusCode()).isEqualTo(200);
        assertThat(floor.body())
                .isEqualTo("{\"open\":true,\"k\":2,\"leaks\":{\"masked\":2,\"replaced\":0,\"flagged\":0}}");
        assertThat(floor.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void floor_closed_hasNoLeaks() {
        TestClient reader = start(ServerRules.of(false, 10)).client();

        assertThat(reader.get("/api/floor").body()).isEqualTo("{\"open\":false,\"k\":2,\"leaks\":null}");
        assertThat(leaks(reader.get("/api/leaderboard/trust")).path("state").asText())
                .isEqualTo("not_run");
    }

    @Test
    void trust_ofTheFloor_tellsTheSameCountsAndNoName() {
        TestClient reader = start(ServerRules.STANDARD).client();

        JsonNode leaks = leaks(reader.get("/api/leaderboard/trust"));

        assertThat(leaks.path("state").asText()).isEqualTo("passed");
        assertThat(leaks.path("numbers").toString())
                .isEqualTo("{\"masked\":2.0,\"replaced\":0.0,\"flagged\":0.0,\"unchecked\":0.0}");
        assertThat(leaks.toString().toLowerCase(Locale.ROOT)).doesNotContain("zorblex", "quorble");
        assertThat(leaks.path("concerned")).isEmpty();
    }

    @Test
    void trust_ofAStudy_tellsItsOwnCounts() {
        TestClient admin = start(ServerRules.STANDARD).admin();
        admin.postJson(
                "/api/admin/studies",
                "{\"settings\":{\"key\":\"s\",\"name\":\"S\",\"reveal\":\"vote\",\"voters\":{\"who\":\"anyone\"},\"leaks\":{\"action\":\"flag\",\"words\":[\"nobody\"]}}}");
        admin.postJson("/api/admin/studies/s/state", "{\"state\":\"open\"}");
        TestClient reader = arena.client();
        assertThat(reader.get("/api/battles/next?study=s").statusCode()).isEqualTo(200);

        JsonNode leaks = leaks(reader.get("/api/leaderboard/trust?study=s"));

        assertThat(leaks.path("state").asText()).isEqualTo("failed");
        assertThat(leaks.at("/numbers/flagged").asDouble()).isEqualTo(3);
    }
}
