package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.web.api.ServerRules;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies made, watched and closed over HTTP, and who sees names meanwhile. */
class StudyAdminHttpTest {
    private static final String SETTINGS = "{\"settings\":{\"key\":\"summaries\",\"name\":\"Which is better?\",\"k\":2,"
            + "\"votes_per_matchup\":2,\"voters\":{\"who\":\"%s\"},\"reveal\":\"never\"}}";

    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(TestArena.SEED));
    private final TestArena arena;
    private final TestClient admin;

    StudyAdminHttpTest() {
        store.catalog().apply(TestArena.catalog(3, "alpha", "beta"));
        arena = TestArena.over(store, ServerRules.of(false, 1));
        admin = arena.admin();
    }

    @AfterEach
    void stop() {
        arena.close();
    }

    private JsonNode make(String who) {
        HttpResponse<String> made = admin.postJson("/api/admin/studies", String.format(SETTINGS, who));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made);
    }

    private HttpResponse<String> turn(String state) {
        return admin.postJson(
                "/api/admin/studies/summaries/state", "{\"state\":\"" + state + "\",\"reason\":\"because\"}");
    }

    private TestClient invited(String body) {
        HttpResponse<String> made = admin.postJson("/api/admin/studies/summaries/invites", body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String url = TestClient.json(made).path("url").asText();
        TestClient client = arena.client();
        HttpResponse<String> joined =
                client.postJson("/api/join", "{\"secret\":\"" + url.substring(url.lastIndexOf('/') + 1) + "\"}");
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
        return client;
    }

    private boolean seesNames(TestClient client) {
        boolean told =
                TestClient.json(client.get("/api/me")).path("battles_page").asBoolean();
        assertThat(client.get("/api/runs").statusCode()).isEqualTo(told ? 200 : 403);
        return told;
    }

    @Test
    void study_made_isADraftWithItsSettingsFilledIn() {
        JsonNode made = make("invited");

        assertThat(made.path("state").asText()).isEqualTo("draft");
        assertThat(made.path("version").asInt()).isEqualTo(1);
        assertThat(made.at("/settings/leaks/action").asText()).isEqualTo("mask");
        assertThat(made.at("/numbers/wanted").asInt()).isEqualTo(6);
        assertThat(made.at("/numbers/masked").asInt(-1)).isNotNegative();
        assertThat(made.path("versions")).hasSize(1);
        assertThat(admin.get("/api/admin/studies/summaries").body()).isEqualTo(made.toString());
        assertThat(admin.get("/api/admin/studies").body())
                .isEqualTo("{\"studies\":[{\"key\":\"summaries\",\"name\":\"Which is better?\",\"state\":\"draft\","
                        + "\"version\":1,\"k\":2,\"votes\":0,\"wanted\":6,\"voters\":0,\"last_vote_at\":null}]}");
    }

    @Test
    void study_withoutAFloor_isWarnedOfNothing() {
        assertThat(make("invited").path("warnings")).isEmpty();
    }

    @Test
    void study_whoseTextsAreOnTheOpenFloor_warnsThoseWhoRunIt() {
        try (TestArena open = TestArena.of(TestArena.catalog(3, "alpha", "beta"))) {
            TestClient owner = open.admin();
            owner.postJson("/api/admin/studies", String.format(SETTINGS, "anyone"));
            HttpResponse<String> opened = owner.postJson("/api/admin/studies/summaries/state", "{\"state\":\"open\"}");

            JsonNode warning = TestClient.json(opened).at("/warnings/0");
            assertThat(TestClient.json(opened).path("warnings")).hasSize(1);
            assertThat(warning.path("code").asText()).isEqualTo("study_floor_names");
            assertThat(warning.path("params").toString()).isEqualTo("{\"count\":3}");
            assertThat(warning.path("message").asText()).contains("asks 3 of its prompts too");
            assertThat(open.client().get("/api/studies/summaries").body()).doesNotContain("warning");
        }
    }

    @Test
    void study_thatCannotBe_saysWhatIsAllowed() {
        make("invited");
        String path = "/api/admin/studies";

        VotingTest.assertError(admin.postJson(path, String.format(SETTINGS, "invited")), 409, "key_taken");
        VotingTest.assertError(admin.postJson(path, "{}"), 400, "invalid_value");
        VotingTest.assertError(admin.postJson(path, "{\"setting\":{}}"), 400, "unknown_field");
        HttpResponse<String> wrong = admin.postJson(path, String.format(SETTINGS, "friends"));
        VotingTest.assertError(wrong, 400, "invalid_value");
        assertThat(TestClient.json(wrong).at("/details/field").asText()).contains("who");
        assertThat(TestClient.json(wrong).at("/details/allowed").asText()).contains("anyone", "invited");
        VotingTest.assertError(admin.get(path + "/poems"), 404, "unknown_study");
        VotingTest.assertError(turn("done"), 400, "invalid_value");
        VotingTest.assertError(turn("paused"), 409, "state_not_allowed");
    }

    @Test
    void study_revisedAndMoved_keepsItsHistory() {
        make("invited");
        turn("open");
        HttpResponse<String> revised = admin.postJson(
                "/api/admin/studies/summaries/versions",
                String.format(SETTINGS, "invited").replace("\"k\":2", "\"k\":2,\"guidelines\":\"Read both.\""));
        turn("paused");
        turn("open");
        turn("closed");

        assertThat(revised.statusCode()).as(revised.body()).isEqualTo(200);
        JsonNode study = TestClient.json(admin.get("/api/admin/studies/summaries"));
        assertThat(study.at("/versions/1/guidelines_changed").asBoolean()).isTrue();
        assertThat(study.path("states")).hasSize(5);
        assertThat(study.at("/states/4/reason").asText()).isEqualTo("because");
        VotingTest.assertError(turn("open"), 409, "state_not_allowed");
    }

    /**
     * While a study goes on, whoever is no analyst is kept blind, also in a study for invited voters: they need only open a window without
     * their cookie to be a stranger.
     */
    @ParameterizedTest
    @ValueSource(strings = {"invited", "anyone"})
    void names_whileAStudyGoesOn_areClosedToAllButAnalysts(String who) {
        make(who);
        TestClient voter = invited("{}");
        TestClient analyst = invited("{\"role\":\"analyst\"}");
        TestClient stranger = arena.client();

        for (String state : List.of("draft", "open", "paused", "open", "closed")) {
            if (!state.equals("draft")) {
                assertThat(turn(state).statusCode()).isEqualTo(200);
            }
            boolean goesOn = !state.equals("draft") && !state.equals("closed");
            assertThat(seesNames(voter)).as("voter, %s", state).isEqualTo(!goesOn);
            assertThat(seesNames(stranger)).as("stranger, %s", state).isEqualTo(!goesOn);
            assertThat(seesNames(analyst)).as("analyst, %s", state).isTrue();
            assertThat(seesNames(admin)).as("admin, %s", state).isTrue();
        }
    }

    @Test
    void me_ofAnInvitedVoter_namesTheStudy() {
        make("invited");
        turn("open");

        assertThat(invited("{\"uses\":1}").get("/api/me").body())
                .isEqualTo("{\"voter\":true,\"roles\":[{\"role\":\"voter\",\"study\":\"summaries\"}],\"floor\":false,"
                        + "\"battles_page\":false}");
        assertThat(invited("{\"role\":\"analyst\"}").get("/api/me").body())
                .contains("{\"role\":\"analyst\",\"study\":null}");
    }

    /** Only whom a link let in is given battles, and the numbers of the study count what came of them. */
    @Test
    void battles_ofAStudyForInvitedVoters_areGivenToThemAndCounted() {
        make("invited");
        turn("open");
        TestClient voter = invited("{}");
        TestClient stranger = arena.client();
        String next = "/api/battles/next?study=summaries";

        VotingTest.assertError(stranger.get(next), 403, "not_invited");
        String token = TestClient.json(voter.get(next)).path("battle").asText();
        VotingTest.assertError(stranger.vote(token, "k", "{\"verdict\":\"first\"}"), 403, "other_voters_battle");
        assertThat(voter.vote(token, "k", "{\"verdict\":\"first\"}").statusCode())
                .isEqualTo(201);

        JsonNode study = TestClient.json(admin.get("/api/admin/studies/summaries"));
        assertThat(study.at("/numbers/votes").asInt()).isEqualTo(1);
        assertThat(study.path("voters")).hasSize(1);
        assertThat(study.at("/voters/0/votes").asInt()).isEqualTo(1);
    }

    @Test
    void numbers_ofAStudy_followItsVotes() {
        make("invited");
        turn("open");
        TestClient voter = invited("{}");
        for (int i = 0; i < 2; i++) {
            JsonNode before = TestClient.json(admin.get("/api/admin/studies/summaries"));
            assertThat(before.at("/numbers/votes").asInt()).isEqualTo(i);
            String token = TestClient.json(voter.get("/api/battles/next?study=summaries"))
                    .path("battle")
                    .asText();
            voter.vote(token, "k" + i, "{\"verdict\":\"first\"}");
        }
        voter.get("/api/battles/next?study=summaries");
        JsonNode read = TestClient.json(admin.get("/api/admin/studies/summaries"));

        assertThat(read.at("/numbers/matchups").asInt()).isEqualTo(3);
        assertThat(read.at("/numbers/matchups_none").asInt()).isEqualTo(1);
        assertThat(read.at("/numbers/matchups_some").asInt()).isEqualTo(2);
        assertThat(read.at("/numbers/matchups_done").asInt(-1)).isZero();
        assertThat(read.at("/numbers/repeat_same").asInt(-1)).isZero();
        assertThat(read.at("/voters/0/last_vote_at").asText()).isEqualTo("2026-11-01T12:00:00Z");
        assertThat(read.at("/voters/0/median_ms").isNull()).isFalse();
        assertThat(read.path("coverage").toString())
                .isEqualTo("[{\"contestant\":\"alpha\",\"battles\":3,\"votes\":2},"
                        + "{\"contestant\":\"beta\",\"battles\":3,\"votes\":2}]");
        assertThat(TestClient.json(admin.get("/api/admin/studies"))
                        .at("/studies/0/last_vote_at")
                        .asText())
                .isEqualTo("2026-11-01T12:00:00Z");
    }

    @Test
    void studies_thatVotersCanKnowOf_areOfferedAsFiltersAtOnce() {
        HttpResponse<String> before = admin.get("/api/leaderboard");
        String tag = before.headers().firstValue("ETag").orElseThrow();
        assertThat(TestClient.json(before).at("/filters/studies")).isEmpty();
        assertThat(TestClient.json(admin.get("/api/battles")).at("/filters/studies"))
                .isEmpty();
        make("invited");
        assertThat(admin.get("/api/leaderboard", "If-None-Match", tag).statusCode())
                .as("a draft is nobody's business")
                .isEqualTo(304);
        turn("open");
        HttpResponse<String> after = admin.get("/api/leaderboard", "If-None-Match", tag);

        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(TestClient.json(after).at("/filters/studies").toString()).isEqualTo("[\"summaries\"]");
        assertThat(TestClient.json(after).path("revision"))
                .isEqualTo(TestClient.json(before).path("revision"));
        assertThat(after.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(before.headers().firstValue("ETag"));
        assertThat(TestClient.json(admin.get("/api/battles"))
                        .at("/filters/studies")
                        .toString())
                .isEqualTo("[\"summaries\"]");
    }
}
