package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.model.Judge;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every route answers, compared with the API document down to the last field, over an arena that has something of everything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerDocsTest {
    private static final String JSON = "application/json";

    /** No record of this program: a stream, a file, the document itself, or a board as it was when it was frozen. */
    private static final Set<String> OTHERWISE = Set.of(
            "/api/leaderboard/events",
            "/api/runs/events",
            "/api/battles/{token}/media/{position}/{n}",
            "/metrics",
            "/openapi.json",
            "/api/snapshots/{id}/board",
            "/api/runs/{id}",
            "/api/runs/{id}/matchups",
            "/api/runs/{id}/matchup");

    private final TestArena arena = TestArena.of(TestArena.catalog(24, "alpha", "beta"));
    private final Map<String, String> known = new TreeMap<>();
    private final TestClient admin = arena.admin();
    private final TestClient voter = arena.client();
    private JsonNode document = new ObjectMapper().nullNode();

    @BeforeAll
    void fill() {
        document = TestClient.json(admin.get("/openapi.json"));
        Judge judge = GoldVoter.vote(arena, 24);
        assertShape("post", "/api/admin/decisions", "201", admin.postJson("/api/admin/decisions", """
                {"voter":"%s","study":"gold","action":"weight","weight":0.5,"reason":"careless"}
                """.formatted(
                        judge.name())));
        for (String verdict : List.of("first", "second", "tie", "both_bad", "skip")) {
            String body = "{\"verdict\":\"" + verdict + "\"}";
            HttpResponse<String> reveal = voter.vote(voter.nextToken(), verdict, body);
            assertShape("post", "/api/battles/{token}/votes", "201", reveal);
            known.put("vote", TestClient.json(reveal).path("vote").asText());
            if (verdict.equals("first")) {
                String path = "/api/votes/" + known.get("vote") + "/withdrawal";
                assertShape("post", "/api/votes/{vote}/withdrawal", "200", voter.send("POST", path, null));
            }
        }
        known.put("key", "gold");
        known.put("name", "alpha");
        known.put("id", "1");
    }

    @AfterAll
    void stop() {
        arena.close();
    }

    private void assertShape(String method, String path, String status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(Integer.parseInt(status));
        String pointer = "/paths/" + path.replace("/", "~1") + "/" + method + "/responses/" + status
                + "/content/application~1json/schema";
        assertThat(DocumentedShape.differences(document, pointer, TestClient.json(response)))
                .as(method + " " + path)
                .isEmpty();
    }

    /** Every route that is read, so a new one is compared as soon as it is documented. */
    @Test
    void get_everyRoute_answersWhatIsDocumented() {
        assertShape(
                "post", "/api/snapshots", "201", admin.postJson("/api/snapshots", "{\"query\":\"\",\"note\":\"n\"}"));
        assertShape(
                "post", "/api/admin/invites", "201", admin.postJson("/api/admin/invites", "{\"role\":\"analyst\"}"));
        String snapshot = TestClient.json(admin.get("/api/snapshots"))
                .at("/snapshots/0/id")
                .asText();
        String battle =
                TestClient.json(admin.get("/api/battles")).at("/battles/0/id").asText();
        List<String> read = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            JsonNode answer = path.getValue().at("/get/responses/200/content");
            if (OTHERWISE.contains(path.getKey()) || !answer.has(JSON)) {
                continue;
            }
            String url = path.getKey();
            known.put("id", url.startsWith("/api/snapshots") ? snapshot : battle);
            for (Map.Entry<String, String> name : known.entrySet()) {
                url = url.replace("{" + name.getKey() + "}", name.getValue());
            }
            assertThat(url).as("a value for each parameter").doesNotContain("{");
            TestClient reader = url.equals("/api/battles/next") || url.equals("/api/me/votes") ? voter : admin;
            assertShape("get", path.getKey(), "200", reader.get(url));
            read.add(url);
        }
        assertThat(read).hasSizeGreaterThan(20);
    }

    @Test
    void get_withWhatIsOnlySentWhenAskedFor_answersWhatIsDocumented() {
        TestClient other = arena.client();
        other.nextToken();
        assertShape("get", "/api/admin/quality", "200", admin.get("/api/admin/quality?sensitivity=true&study=gold"));
        assertShape("get", "/api/leaderboard", "200", admin.get("/api/leaderboard?study=gold"));
        assertShape("get", "/api/battles/next", "200", other.get("/api/battles/next?study=gold"));
        TestClient eager = arena.client();
        for (int vote = 0; vote < 20; vote++) {
            eager.vote(eager.nextToken(), "k" + vote, "{\"verdict\":\"" + (vote % 2 == 0 ? "first" : "tie") + "\"}");
        }
        assertThat(TestClient.json(eager.get("/api/me/leaderboard")).at("/board/leaderboard"))
                .hasSize(2);
        assertShape("get", "/api/me/leaderboard", "200", eager.get("/api/me/leaderboard"));
        assertShape("post", "/api/me/codes", "201", other.send("POST", "/api/me/codes", null));
        assertShape("post", "/api/me/roles/end", "200", other.send("POST", "/api/me/roles/end", null));
        assertShape("get", "/api/me", "200", arena.client().get("/api/me"));
    }

    @Test
    void post_studiesInvitesAndFiles_answerWhatIsDocumented() {
        String settings = "{\"settings\":{\"key\":\"s\",\"name\":\"S\"}}";
        assertShape("post", "/api/admin/studies", "201", admin.postJson("/api/admin/studies", settings));
        assertShape(
                "post",
                "/api/admin/studies/{key}/versions",
                "200",
                admin.postJson("/api/admin/studies/s/versions", settings));
        assertShape(
                "post",
                "/api/admin/studies/{key}/state",
                "200",
                admin.postJson("/api/admin/studies/s/state", "{\"state\":\"open\"}"));
        HttpResponse<String> invite = admin.postJson("/api/admin/studies/s/invites", "{}");
        assertShape("post", "/api/admin/studies/{key}/invites", "201", invite);
        String url = TestClient.json(invite).path("url").asText();
        String secret = "{\"secret\":\"" + url.substring(url.lastIndexOf('/') + 1) + "\"}";
        assertShape("post", "/api/join", "200", arena.client().postJson("/api/join", secret));
        String id = TestClient.json(invite).path("id").asText();
        assertShape(
                "post",
                "/api/admin/invites/{id}/end",
                "200",
                admin.send("POST", "/api/admin/invites/" + id + "/end", null));
        HttpResponse<String> looked = admin.post(
                "/api/admin/imports?dry_run=true",
                "{\"prompt_id\":\"q\",\"prompt\":\"?\",\"model\":\"a\",\"response\":\"!\"}\n{\"prompt_id\":\"q\",\"model\":\"b\"}\n",
                "Content-Type",
                "application/octet-stream");
        assertShape("post", "/api/admin/imports", "200", looked);
        assertThat(TestClient.json(looked).path("problems")).isNotEmpty();
    }

    @Test
    void differences_ofAChangedAnswer_areFound() {
        ObjectNode me = (ObjectNode) TestClient.json(arena.client().get("/api/me"));
        String schema = "/components/schemas/Me";
        assertThat(DocumentedShape.differences(document, schema, me)).isEmpty();

        me.put("floor", "yes").put("more", 1).remove("voter");

        assertThat(DocumentedShape.differences(document, schema, me))
                .containsExactly(
                        "/floor is string, documented as \"boolean\"",
                        "/more is not documented",
                        "/voter is documented and not sent");
    }
}
