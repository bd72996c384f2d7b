package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.CatalogBatch;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Voting over HTTP, from the first battle to the last. */
class VotingTest {
    private static final String FIRST = "{\"verdict\":\"first\"}";

    @Test
    void next_firstCall_startsVoterWithStrictCookie() {
        try (TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"))) {
            HttpResponse<String> response = arena.client().get("/api/battles/next");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .matches(
                            "arena_voter=[A-Za-z0-9_-]{22}; Path=/; Expires=[^;]*; Max-Age=34560000; HttpOnly; SameSite=Lax")
                    .doesNotContain("Secure");
            JsonNode battle = TestClient.json(response);
            assertThat(battle.fieldNames())
                    .toIterable()
                    .containsExactly("battle", "prompt", "responses", "progress", "study");
            assertThat(battle.path("prompt").toString())
                    .isEqualTo("{\"turns\":[\"Question 1?\"],\"category\":null,\"language\":null,\"attachments\":[]}");
            assertThat(battle.path("progress").toString()).isEqualTo("{\"voted\":0,\"remaining\":1,\"wanted\":null}");
            assertThat(battle.path("responses")).hasSize(2);
            assertThat(battle.path("responses").get(0).fieldNames())
                    .toIterable()
                    .containsExactly("position", "turns", "content", "attachments");
        }
    }

    @Test
    void next_underHttpsProxy_cookieIsSecure() {
        try (TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"))) {
            HttpResponse<String> response = arena.client().get("/api/battles/next", "X-Forwarded-Proto", "https");

            assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("; Secure");
        }
    }

    @Test
    void next_askedAgain_givesTheOpenBattleAgain() {
        try (TestArena arena = TestArena.of(TestArena.catalog(5, "alpha", "beta", "gamma"))) {
            TestClient voter = arena.client();
            HttpResponse<String> first = voter.get("/api/battles/next");
            HttpResponse<String> again = voter.get("/api/battles/next");

            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void vote_stored_revealsNamesAndRatings() {
        try (TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"))) {
            TestClient voter = arena.client();
            String token = voter.nextToken();

            HttpResponse<String> response =
                    voter.vote(token, "k1", "{\"verdict\":\"second\",\"margin\":2,\"reason\":\"clearer\"}");

            assertThat(response.statusCode()).isEqualTo(201);
            JsonNode answer = TestClient.json(response);
            assertThat(answer.fieldNames()).toIterable().containsExactly("vote", "verdict", "responses", "progress");
            assertThat(answer.path("verdict").asText()).isEqualTo("second");
            assertThat(answer.path("progress").toString()).isEqualTo("{\"voted\":1,\"remaining\":0,\"wanted\":null}");
            assertThat(names(answer)).containsExactlyInAnyOrder("alpha", "beta");
            JsonNode seat = answer.path("responses").get(0);
            assertThat(seat.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "position",
                            "model_name",
                            "organization",
                            "license",
                            "price",
                            "price_input",
                            "price_output",
                            "rating",
                            "rating_change");
            assertThat(seat.path("license").isNull()).isTrue();
            assertThat(seat.path("rating").asDouble())
                    .as("one vote has a winner only")
                    .isZero();
            CastVote stored = log(arena).get(0);
            assertThat(stored.vote().verdict()).isEqualTo(new Verdict.Ranking(List.of(2, 1), 2));
            assertThat(stored.vote().draft().rationale()).isEqualTo("clearer");
            assertThat(stored.vote().draft().latencyMs()).isZero();
            assertThat(stored.judge().kind()).isEqualTo(JudgeKind.HUMAN);
            assertThat(stored.judge().name()).matches("voter-[0-9a-f]{20}");
            assertThat(stored.battle().draft().pickProbability()).isEqualTo(1.0);
            assertThat(stored.battle().draft().seed()).isNotNull();
        }
    }

    @Test
    void vote_contestantsWithFacts_revealsOrganizationLicenceAndPrice() {
        try (TestArena arena = TestArena.of(TestArena.catalog(2, "alpha", "beta"))) {
            TestClient voter = arena.client();
            know(arena, Map.of("organization", "Maker", "license", "MIT", "price_output", "1.50", "about", "unsaid"));
            JsonNode first = TestClient.json(voter.vote(voter.nextToken(), "k1", FIRST));

            know(arena, Map.of("license", "Apache-2.0", "price", "free"));
            arena.battles.refreshCatalog();
            JsonNode second = TestClient.json(voter.vote(voter.nextToken(), "k2", FIRST));

            assertThat(seatOf(first, "alpha").toString())
                    .contains("\"model_name\":\"alpha\",\"organization\":\"Maker\",\"license\":\"MIT\",\"price\":null,"
                            + "\"price_input\":null,\"price_output\":\"1.50\",\"rating\":")
                    .doesNotContain("unsaid");
            assertThat(seatOf(first, "beta").path("organization").isNull()).isTrue();
            assertThat(seatOf(second, "alpha").path("license").asText()).isEqualTo("Apache-2.0");
            assertThat(seatOf(second, "alpha").path("price").asText()).isEqualTo("free");
        }
    }

    private static void know(TestArena arena, Map<String, String> facts) {
        arena.store
                .catalog()
                .apply(new CatalogBatch(List.of(new CatalogBatch.NewContestant("alpha", facts)), List.of(), List.of()));
    }

    private static JsonNode seatOf(JsonNode answer, String name) {
        for (JsonNode seat : answer.path("responses")) {
            if (seat.path("model_name").asText().equals(name)) {
                return seat;
            }
        }
        throw new AssertionError(name + " is not in " + answer);
    }

    @Test
    void vote_skip_revealsNothingAndMovesOn() {
        try (TestArena arena = TestArena.of(TestArena.catalog(2, "alpha", "beta"))) {
            TestClient voter = arena.client();
            String token = voter.nextToken();

            HttpResponse<String> response =
                    voter.vote(token, "k1", "{\"verdict\":\"skip\",\"reason\":\"cannot_judge\"}");

            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.body()).doesNotContain("alpha").doesNotContain("beta");
            assertThat(TestClient.json(response).path("responses")).isEmpty();
            assertThat(TestClient.json(response).path("progress").toString())
                    .isEqualTo("{\"voted\":0,\"remaining\":1,\"wanted\":null}");
            assertThat(voter.nextToken()).isNotEqualTo(token);
            assertThat(log(arena).get(0).vote().verdict().toString()).contains("SKIPPED", "cannot_judge");
        }
    }

    @Test
    void vote_everyMatchup_eachIsShownOnceThenNoBattles() {
        try (TestArena arena = TestArena.of(TestArena.catalog(3, "alpha", "beta", "gamma"))) {
            TestClient voter = arena.client();
            Set<String> shown = new HashSet<>();
            for (int i = 0; i < 9; i++) {
                JsonNode battle = TestClient.json(voter.get("/api/battles/next"));
                assertThat(battle.path("progress").toString())
                        .isEqualTo("{\"voted\":" + i + ",\"remaining\":" + (9 - i) + ",\"wanted\":null}");
                Set<String> texts = new java.util.TreeSet<>();
                battle.path("responses")
                        .forEach(r -> texts.add(r.path("content").asText()));
                assertThat(shown.add(texts.toString())).as("matchup %s", texts).isTrue();
                assertThat(voter.vote(battle.path("battle").asText(), "k" + i, "{\"verdict\":\"tie\"}")
                                .statusCode())
                        .isEqualTo(201);
            }

            HttpResponse<String> none = voter.get("/api/battles/next");

            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(TestClient.json(none).path("code").asText()).isEqualTo("no_battles");
            assertThat(TestClient.json(arena.client().get("/api/battles/next"))
                            .path("progress")
                            .toString())
                    .as("another voter starts afresh")
                    .isEqualTo("{\"voted\":0,\"remaining\":9,\"wanted\":null}");
        }
    }

    @Test
    void vote_sameKeyAndBody_sameBytesLaterToo() {
        try (TestArena arena = TestArena.of(TestArena.catalog(3, "alpha", "beta"))) {
            TestClient voter = arena.client();
            String token = voter.nextToken();
            HttpResponse<String> first = voter.vote(token, "k1", FIRST);
            voter.vote(voter.nextToken(), "k2", "{\"verdict\":\"tie\"}");

            HttpResponse<String> repeated = voter.vote(token, "k1", "{ \"verdict\" : \"first\" }");

            assertThat(repeated.statusCode()).isEqualTo(200);
            assertThat(repeated.body()).isEqualTo(first.body());
            assertThat(arena.store.votes().count()).isEqualTo(2);
        }
    }

    @Test
    void vote_hundredAtOnce_oneRowAndEqualAnswers() throws Exception {
        try (TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"))) {
            hundredAtOnce(arena);
        }
    }

    /** A hundred threads post the same vote. */
    static void hundredAtOnce(TestArena arena) throws Exception {
        TestClient voter = arena.client();
        String token = voter.nextToken();
        long before = arena.store.votes().count();
        ExecutorService threads = Executors.newFixedThreadPool(100);
        try {
            List<Callable<HttpResponse<String>>> posts = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                posts.add(() -> voter.vote(token, "the-key", FIRST));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : threads.invokeAll(posts)) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .extracting(HttpResponse::body)
                    .containsOnly(answers.get(0).body());
            assertThat(answers).filteredOn(a -> a.statusCode() == 201).hasSize(1);
            assertThat(answers).filteredOn(a -> a.statusCode() == 200).hasSize(99);
            assertThat(arena.store.votes().count()).isEqualTo(before + 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void vote_conflicts_eachHasItsStatusAndCode() {
        try (TestArena arena = TestArena.of(TestArena.catalog(3, "alpha", "beta"))) {
            TestClient voter = arena.client();
            String token = voter.nextToken();
            TestClient stranger = arena.client();
            stranger.nextToken();

            assertError(stranger.vote(token, "k", FIRST), 403, "other_voters_battle");
            assertError(arena.client().vote(token, "k", FIRST), 403, "other_voters_battle");
            assertError(voter.vote("no-such-token", "k", FIRST), 404, "unknown_battle");
            assertThat(voter.vote(token, "k", FIRST).statusCode()).isEqualTo(201);
            assertError(voter.vote(token, "k", "{\"verdict\":\"tie\"}"), 422, "key_reused");
            assertError(voter.vote(token, "other", FIRST), 409, "already_voted");
            String second = voter.nextToken();
            assertError(voter.vote(second, "k", FIRST), 422, "key_reused");
            assertThat(arena.store.votes().count()).isEqualTo(1);
        }
    }

    @Test
    void next_identicalResponses_areTiedByTheRuleAndNeverShown() {
        CatalogBatch batch = TestArena.catalog(1, "alpha", "beta");
        List<CatalogBatch.NewResponse> responses = new ArrayList<>(batch.responses());
        responses.set(
                1,
                TestArena.response("p1", "beta", responses.get(0).text().turns().get(0)));
        CatalogBatch same = new CatalogBatch(List.of(), batch.prompts(), responses);
        try (TestArena arena = TestArena.of(same)) {
            assertError(arena.client().get("/api/battles/next"), 404, "no_battles");
            arena.battles.refreshCatalog();

            assertThat(log(arena)).singleElement().satisfies(cast -> {
                assertThat(cast.judge().kind()).isEqualTo(JudgeKind.RULE);
                assertThat(cast.vote().verdict()).isEqualTo(Verdict.tie());
                assertThat(cast.battle().draft().origin().kind()).isEqualTo(BattleOrigin.Kind.IDENTICAL);
            });
        }
    }

    static List<CastVote> log(TestArena arena) {
        List<CastVote> rows = new ArrayList<>();
        arena.store.votes().scan(new VoteId(0), rows::add);
        return rows;
    }

    static List<String> names(JsonNode answer) {
        List<String> names = new ArrayList<>();
        answer.path("responses")
                .forEach(seat -> names.add(seat.path("model_name").asText()));
        return names;
    }

    static void assertError(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode error = TestClient.json(response);
        assertThat(error.fieldNames()).toIterable().containsExactly("status", "code", "message", "details");
        assertThat(error.path("status").asInt()).isEqualTo(status);
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("message").asText()).isNotBlank();
        assertThat(error.path("details").isObject()).isTrue();
    }
}
