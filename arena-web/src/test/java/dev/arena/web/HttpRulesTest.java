package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.web.api.Route;
import dev.arena.web.api.SecurityHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request and every answer keeps: one error shape, strict headers, no request from another site. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpRulesTest {
    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " media-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String JSON = "application/json";

    private final TestArena arena = TestArena.of(TestArena.catalog(40, "alpha", "beta"));

    @BeforeAll
    void hasRoutes() {
        assertThat(arena.server.routes()).isNotEmpty();
    }

    @AfterAll
    void stop() {
        arena.close();
    }

    private List<Route> routes() {
        return arena.server.routes();
    }

    private static String fill(Route route, String token) {
        return route.path().replaceAll("\\{[a-z]+}", token);
    }

    /** The server ends the connection then, and says so, since a client would send its next request there. */
    @Test
    void request_thatCannotBeRead_saysThatTheConnectionEnds() {
        try (TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"))) {
            String answer =
                    RawHttp.exchange(arena.server.port(), "GET /api/battles/1%00 HTTP/1.1\nHost: localhost\n\n");

            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Connection: close", "\"code\":\"bad_request\"");
        }
    }

    @Test
    void anyRoute_wrongMethod_is405InTheErrorShape() {
        for (Route route : routes()) {
            List<String> wrong = new ArrayList<>(List.of("GET", "POST", "PUT", "DELETE", "PATCH"));
            routes().stream()
                    .filter(same -> same.path().equals(route.path()))
                    .forEach(same -> wrong.remove(same.method().name()));
            for (String method : wrong) {
                HttpResponse<String> response = arena.client().send(method, fill(route, "x"), null);
                VotingTest.assertError(response, 405, "method_not_allowed");
                assertHeaders(response);
            }
        }
    }

    @Test
    void anyRoute_unknownPathBesideIt_is404InTheErrorShape() {
        for (Route route : routes()) {
            HttpResponse<String> response = arena.client().get(fill(route, "x") + "/nothing/here");
            VotingTest.assertError(response, 404, "not_found");
            assertHeaders(response);
        }
    }

    @Test
    void anyAnswer_goodOrBad_carriesTheStrictHeaders() {
        for (Route route : routes()) {
            if (!route.path().endsWith("/events")) {
                assertHeaders(arena.client().send(route.method().name(), fill(route, "x"), null));
            }
        }
        assertHeaders(arena.client().get("/"));
        assertHeaders(arena.client().get("/leaderboard"));
    }

    private static void assertHeaders(HttpResponse<String> response) {
        SecurityHeaders.ALL.forEach((name, value) -> {
            if (!name.equals("Cache-Control")) {
                assertThat(response.headers().allValues(name))
                        .as("%s of %s", name, response)
                        .containsExactly(value);
            }
        });
        assertThat(response.headers().firstValue("Content-Security-Policy")).contains(CSP);
        assertThat(response.headers().allValues("Cache-Control"))
                .as("%s", response)
                .hasSize(1);
        assertThat(response.headers().firstValue("Server")).isEmpty();
        // A table may be kept and asked for again, since its ETag names the votes in it and nothing else.
        boolean table = WalkTest.isTable(response) && response.statusCode() == 200;
        if (!table) {
            assertThat(response.headers().firstValue("ETag")).isEmpty();
        }
        if (response.uri().getPath().startsWith("/api/") && !table) {
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    not json                                   | 400 | malformed_json
                    {"verdict":"first"                         | 400 | malformed_json
                    {"verdict":"first"} {}                     | 400 | malformed_json
                    {"verdict":"first","verdict":"second"}     | 400 | malformed_json
                    ["first"]                                  | 400 | malformed_json
                    null                                       | 400 | malformed_json
                    ``                                         | 400 | malformed_json
                    {}                                         | 400 | invalid_value
                    {"verdict":null}                           | 400 | invalid_value
                    {"verdict":"First"}                        | 400 | invalid_value
                    {"verdict":"a"}                            | 400 | invalid_value
                    {"verdict":"0.5"}                          | 400 | invalid_value
                    {"verdict":0.5}                            | 400 | invalid_value
                    {"verdict":["first"]}                      | 400 | invalid_value
                    {"verdict":"first","note":"x"}             | 400 | unknown_field
                    {"verdict":"first","margin":3}             | 400 | invalid_value
                    {"verdict":"first","margin":1.5}           | 400 | invalid_value
                    {"verdict":"first","margin":"1"}           | 400 | invalid_value
                    {"verdict":"tie","margin":1}               | 400 | invalid_value
                    {"verdict":"skip","margin":1}              | 400 | invalid_value
                    {"verdict":"first","ranks":[1,2]}          | 400 | invalid_value
                    {"ranks":[1,3]}                            | 400 | invalid_value
                    {"ranks":[1]}                              | 400 | invalid_value
                    {"ranks":[1,2,3]}                          | 400 | invalid_value
                    {"ranks":[0,1]}                            | 400 | invalid_value
                    {"ranks":[1,null]}                         | 400 | invalid_value
                    {"ranks":[1,"2"]}                          | 400 | invalid_value
                    {"ranks":"1,2"}                            | 400 | invalid_value
                    {"verdict":"first","reason":5}             | 400 | invalid_value
                    {"verdict":"first","reason":"\\ud800"}     | 400 | invalid_value
                    """)
    void vote_badBody_isRefusedAndStoresNothing(String body, int status, String code) {
        TestClient voter = arena.client();
        long before = arena.store.votes().count();

        VotingTest.assertError(voter.vote(voter.nextToken(), "k", body), status, code);

        assertThat(arena.store.votes().count()).isEqualTo(before);
    }

    @Test
    void vote_unknownVerdict_listsWhatIsAllowed() {
        TestClient voter = arena.client();

        JsonNode error = TestClient.json(voter.vote(voter.nextToken(), "k", "{\"verdict\":\"left\"}"));

        assertThat(error.path("message").asText())
                .isEqualTo("field 'verdict' is 'left'; allowed: first, second, tie, both_bad, skip.");
        assertThat(error.path("details").toString())
                .isEqualTo(
                        "{\"allowed\":\"first, second, tie, both_bad, skip\",\"field\":\"verdict\",\"found\":\"left\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"ranks":[1,2]}              | first
                    {"ranks":[2,1],"margin":1}   | second
                    {"ranks":[1,1]}              | tie
                    {"verdict":"both_bad"}       | both_bad
                    {"verdict":"first","ranks":null,"margin":null,"reason":null} | first
                    """)
    void vote_everySpelling_isUnderstood(String body, String verdict) {
        TestClient voter = arena.client();

        HttpResponse<String> response = voter.vote(voter.nextToken(), "k", body);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(TestClient.json(response).path("verdict").asText()).isEqualTo(verdict);
    }

    @Test
    void vote_withoutUsableKey_isRefused() {
        TestClient voter = arena.client();
        String path = "/api/battles/" + voter.nextToken() + "/votes";
        String body = "{\"verdict\":\"tie\"}";

        VotingTest.assertError(voter.post(path, body, "Content-Type", JSON), 400, "missing_idempotency_key");
        VotingTest.assertError(
                voter.post(path, body, "Content-Type", JSON, "Idempotency-Key", "with space"),
                400,
                "invalid_idempotency_key");
        VotingTest.assertError(
                voter.post(path, body, "Content-Type", JSON, "Idempotency-Key", "k".repeat(256)),
                400,
                "invalid_idempotency_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void vote_otherContentType_is415(String type) {
        TestClient voter = arena.client();
        String path = "/api/battles/" + voter.nextToken() + "/votes";

        VotingTest.assertError(
                voter.post(path, "{\"verdict\":\"tie\"}", "Content-Type", type, "Idempotency-Key", "k"),
                415,
                "unsupported_media_type");
    }

    @Test
    void vote_bodyLargerThan64Kb_is413() {
        TestClient voter = arena.client();
        String token = voter.nextToken();
        String fits = "{\"verdict\":\"tie\"}" + " ".repeat(65_536 - 17);

        VotingTest.assertError(voter.vote(token, "k", fits + " "), 413, "body_too_large");
        assertThat(voter.vote(token, "k", fits).statusCode()).isEqualTo(201);
    }

    @Test
    void vote_chunkedBodyLargerThan64Kb_is413() {
        TestClient voter = arena.client();
        String token = voter.nextToken();
        String chunk = "x".repeat(70_000);
        String answer = RawHttp.exchange(
                arena.server.port(),
                "POST /api/battles/" + token + "/votes HTTP/1.1\nHost: localhost\nContent-Type: application/json\n"
                        + "Idempotency-Key: k\nTransfer-Encoding: chunked\nConnection: close\nCookie: " + voter.cookie()
                        + "\n\n" + Integer.toHexString(chunk.length()) + "\n" + chunk + "\n0\n\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"code\":\"body_too_large\"");
    }

    /** Whoever sends a large body reads the answer only when all of it is on its way: a reset would come first. */
    @Test
    void vote_bodyOf10Megabytes_isToldWhyEachTime() {
        TestClient voter = arena.client();
        String head = "POST /api/battles/" + voter.nextToken() + "/votes HTTP/1.1\nHost: localhost\nContent-Type: "
                + JSON + "\nIdempotency-Key: k\nCookie: " + voter.cookie() + "\n";
        String body = "x".repeat(10_000_000);
        String whole = head + "Connection: close\nContent-Length: " + body.length() + "\n\n" + body;
        String chunked = head + "Connection: close\nTransfer-Encoding: chunked\n\n" + Integer.toHexString(body.length())
                + "\n" + body + "\n0\n\n";

        for (int i = 0; i < 25; i++) {
            for (String request : List.of(whole, chunked)) {
                assertThat(RawHttp.exchange(arena.server.port(), request))
                        .as("time %d", i)
                        .startsWith("HTTP/1.1 413")
                        .contains("\"code\":\"body_too_large\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/leaderbord/x", "/admin/nothing/here", "/apiary", "/nothing.html", "/%3Cscript%3E"})
    void unknownAddress_inABrowser_isThePageWithStatus404(String path) {
        String browser = "text/html,application/xhtml+xml,*/*;q=0.8";
        HttpResponse<String> page = arena.client().get(path, "Accept", browser);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.body()).isEqualTo(arena.client().get("/").body());
        assertHeaders(page);
        HttpResponse<String> head = arena.client().send("HEAD", path, null, "Accept", browser);
        assertThat(head.statusCode()).isEqualTo(404);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void unknownAddress_ofAProgramOrOfTheInterface_isAnError() {
        String browser = "text/html,*/*;q=0.8";

        VotingTest.assertError(arena.client().get("/nowhere"), 404, "not_found");
        VotingTest.assertError(arena.client().get("/nowhere", "Accept", "*/*"), 404, "not_found");
        VotingTest.assertError(arena.client().get("/nowhere", "Accept", JSON), 404, "not_found");
        for (String path : List.of("/api", "/api/nothing", "/api/studies/none", "/assets/none.js")) {
            HttpResponse<String> response = arena.client().get(path, "Accept", browser);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.headers().firstValue("Content-Type")).as(path).hasValue(JSON);
        }
        HttpResponse<String> posted = arena.client().postJson("/nowhere/at/all", "{}", "Accept", browser);
        assertThat(posted.statusCode()).isEqualTo(404);
        assertThat(posted.headers().firstValue("Content-Type")).hasValue(JSON);
    }

    @Test
    void withdrawal_withFields_isRefused() {
        TestClient voter = arena.client();
        String vote = TestClient.json(voter.vote(voter.nextToken(), "k", "{\"verdict\":\"tie\"}"))
                .path("vote")
                .asText();

        VotingTest.assertError(
                voter.post("/api/votes/" + vote + "/withdrawal", "{\"why\":1}", "Content-Type", JSON),
                400,
                "unknown_field");
        VotingTest.assertError(
                voter.post("/api/votes/" + vote + "/withdrawal", "{", "Content-Type", JSON), 400, "malformed_json");
    }

    @Test
    void post_fromAnotherOrigin_is403() {
        TestClient voter = arena.client();
        String path = "/api/battles/" + voter.nextToken() + "/votes";
        for (String origin : List.of("https://evil.example", "http://localhost:1", "null", "garbage %")) {
            VotingTest.assertError(
                    voter.post(
                            path,
                            "{\"verdict\":\"tie\"}",
                            "Content-Type",
                            JSON,
                            "Idempotency-Key",
                            "k",
                            "Origin",
                            origin),
                    403,
                    "foreign_origin");
        }
        HttpResponse<String> own = voter.post(
                path,
                "{\"verdict\":\"tie\"}",
                "Content-Type",
                JSON,
                "Idempotency-Key",
                "k",
                "Origin",
                "http://127.0.0.1:" + arena.server.port());
        assertThat(own.statusCode()).isEqualTo(201);
    }
}
