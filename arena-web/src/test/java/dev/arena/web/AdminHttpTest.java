package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.web.api.Route;
import io.javalin.http.HandlerType;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Routes of administrators: who may use them, and that no other site can make an administrator's browser use them. */
class AdminHttpTest {
    private final TestArena arena = TestArena.of(TestArena.catalog(2, "alpha", "beta"));

    @AfterEach
    void stop() {
        arena.close();
    }

    private List<Route> adminRoutes(HandlerType method) {
        List<Route> routes = arena.server.routes().stream()
                .filter(route ->
                        route.path().startsWith("/api/admin/") && route.method().equals(method))
                .toList();
        assertThat(routes).hasSizeGreaterThan(1);
        return routes;
    }

    private static String path(Route route) {
        return route.path().replaceAll("\\{[a-z]+}", "1");
    }

    private TestClient analyst() {
        String url = TestClient.json(arena.admin().postJson("/api/admin/invites", "{\"role\":\"analyst\"}"))
                .path("url")
                .asText();
        TestClient analyst = arena.client();
        analyst.postJson("/api/join", "{\"secret\":\"" + url.substring(url.lastIndexOf('/') + 1) + "\"}");
        return analyst;
    }

    @Test
    void routes_forVotersAndStrangers_areClosed() {
        TestClient voter = arena.client();
        voter.nextToken();
        for (TestClient nobody : List.of(voter, arena.client())) {
            for (Route route : adminRoutes(HandlerType.GET)) {
                VotingTest.assertError(nobody.get(path(route)), 403, "not_analyst");
            }
            for (Route route : adminRoutes(HandlerType.POST)) {
                VotingTest.assertError(nobody.postJson(path(route), "{}"), 403, "not_admin");
            }
        }
    }

    @Test
    void routes_forAnAnalyst_canBeReadAndChangeNothing() {
        TestClient analyst = analyst();
        for (Route route : adminRoutes(HandlerType.GET)) {
            assertThat(analyst.get(path(route)).statusCode()).as(route.path()).isNotEqualTo(403);
        }
        for (Route route : adminRoutes(HandlerType.POST)) {
            VotingTest.assertError(analyst.postJson(path(route), "{}"), 403, "not_admin");
        }
    }

    /** The cookie alone would do, were it not for the guard: every route that changes something asks where the request comes from. */
    @Test
    void posts_fromAnotherSite_areRefusedWithAnAdministratorsCookie() {
        TestClient admin = arena.admin();
        List<Route> posts = arena.server.routes().stream()
                .filter(route -> route.method().equals(HandlerType.POST))
                .toList();
        assertThat(posts).hasSizeGreaterThan(8);
        for (Route route : posts) {
            for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1")) {
                VotingTest.assertError(admin.postJson(path(route), "{}", "Origin", origin), 403, "foreign_origin");
            }
            for (String type : List.of("application/x-www-form-urlencoded", "text/plain")) {
                VotingTest.assertError(
                        admin.post(path(route), "{}", "Origin", "http://evil.example", "Content-Type", type),
                        403,
                        "foreign_origin");
            }
        }
    }

    @Test
    void invite_made_isListedWithoutItsSecretAndRevoked() {
        TestClient admin = arena.admin();
        HttpResponse<String> made = admin.postJson(
                "/api/admin/invites",
                "{\"role\":\"analyst\",\"uses\":5,\"expires_at\":\"2026-12-01T00:00:00Z\",\"label\":\"the lab\"}");
        String url = TestClient.json(made).path("url").asText();
        String id = TestClient.json(made).path("id").asText();

        assertThat(url).startsWith(arena.server.url() + "/join/");
        HttpResponse<String> list = admin.get("/api/admin/invites");
        assertThat(list.body())
                .isEqualTo("{\"invites\":[{\"id\":\"" + id + "\",\"role\":\"analyst\",\"label\":\"the lab\",\"uses\":0,"
                        + "\"uses_max\":5,\"created_at\":\"2026-11-01T12:00:00Z\","
                        + "\"expires_at\":\"2026-12-01T00:00:00Z\",\"ended\":false,\"roles\":0}]}");
        admin.send("POST", "/api/admin/invites/" + id + "/end", null);
        admin.send("POST", "/api/admin/invites/" + id + "/end", null);
        JsonNode ended =
                TestClient.json(admin.get("/api/admin/invites")).path("invites").get(0);
        assertThat(ended.path("ended").asBoolean()).isTrue();
    }

    @Test
    void invite_madeThroughAName_linksToThatName() {
        HttpResponse<String> made = arena.admin()
                .postJson(
                        "/api/admin/invites",
                        "{\"role\":\"admin\"}",
                        "Origin",
                        "http://127.0.0.1:" + arena.server.port());

        assertThat(TestClient.json(made).path("url").asText())
                .startsWith("http://127.0.0.1:" + arena.server.port() + "/join/");
    }

    @Test
    void invite_withAWrongField_saysWhatIsAllowed() {
        TestClient admin = arena.admin();
        for (String body : List.of(
                "{}",
                "{\"role\":\"voter\"}",
                "{\"role\":\"king\"}",
                "{\"role\":\"admin\",\"uses\":0}",
                "{\"role\":\"admin\",\"uses\":\"3\"}",
                "{\"role\":\"admin\",\"expires_at\":\"tomorrow\"}",
                "{\"role\":\"admin\",\"expires_at\":\"2026-11-01T12:00:00Z\"}",
                "{\"role\":\"admin\",\"expires_at\":\"+999999999-01-01T00:00:00Z\"}",
                "{\"role\":\"admin\",\"uses\":1000001}",
                "{\"role\":\"admin\",\"label\":\"a\\u0000\"}",
                "{\"role\":\"admin\",\"label\":7}")) {
            HttpResponse<String> refused = admin.postJson("/api/admin/invites", body);
            VotingTest.assertError(refused, 400, "invalid_value");
            assertThat(TestClient.json(refused).path("message").asText()).contains("; allowed: ");
        }
        VotingTest.assertError(admin.postJson("/api/admin/invites", "{\"rle\":\"admin\"}"), 400, "unknown_field");
        VotingTest.assertError(admin.postJson("/api/admin/invites/99/end", "{}"), 404, "unknown_invite");
        VotingTest.assertError(admin.postJson("/api/admin/invites/x/end", "{}"), 404, "unknown_invite");
        VotingTest.assertError(admin.get("/api/admin/studies/none/invites"), 404, "unknown_study");
    }
}
