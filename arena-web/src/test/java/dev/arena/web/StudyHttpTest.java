package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.web.api.ServerRules;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Studies over HTTP, from an administrator's settings to a voter's answers. */
class StudyHttpTest {
    private static final String QUESTION = "{\"id\":\"why\",\"text\":\"Why\",\"type\":\"choice\",\"required\":true,"
            + "\"options\":[{\"value\":\"facts\"},{\"value\":\"style\"}]}";

    private final TestArena arena = TestArena.of(TestArena.catalog(40, "alpha", "beta", "gamma", "delta"));

    @AfterEach
    void stop() {
        arena.close();
    }

    private void open(String key, String more) {
        TestClient admin = arena.admin();
        String settings = "{\"key\":\"" + key + "\",\"name\":\"A study\"" + (more.isEmpty() ? "" : "," + more) + "}";
        HttpResponse<String> made = admin.postJson("/api/admin/studies", "{\"settings\":" + settings + "}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(admin.postJson("/api/admin/studies/" + key + "/state", "{\"state\":\"open\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(TestClient.json(response).path("code").asText()).isEqualTo(code);
    }

    @Test
    void study_forAnyone_isListedVotedInAndCounted() {
        open("s", "\"voters\":{\"who\":\"anyone\",\"quota\":2},\"questions\":[" + QUESTION + "]");
        TestClient voter = arena.client();
        JsonNode entry = TestClient.json(voter.get("/api/studies")).at("/studies/0");
        assertThat(entry.toString())
                .isEqualTo("{\"key\":\"s\",\"name\":\"A study\",\"state\":\"open\",\"may_vote\":\"yes\",\"voted\":0,"
                        + "\"wanted\":2}");
        JsonNode battle = TestClient.json(voter.get("/api/battles/next?study=s"));

        assertThat(battle.path("study").toString())
                .isEqualTo(
                        "{\"key\":\"s\",\"name\":\"A study\",\"guidelines_version\":1,\"questions\":[{\"id\":\"why\","
                                + "\"text\":\"Why\",\"type\":\"choice\",\"options\":[{\"value\":\"facts\",\"text\":\"facts\"},"
                                + "{\"value\":\"style\",\"text\":\"style\"}],\"required\":true}],\"margin\":false,"
                                + "\"min_reading_ms\":0,\"reveal\":\"never\"}");
        assertThat(battle.path("progress").toString()).isEqualTo("{\"voted\":0,\"remaining\":2,\"wanted\":2}");
        String token = battle.path("battle").asText();
        HttpResponse<String> missing = voter.vote(token, "k1", "{\"verdict\":\"first\"}");
        assertRefused(missing, 400, "invalid_value");
        assertThat(TestClient.json(missing).at("/details/field").asText()).isEqualTo("answers.why");
        assertRefused(
                voter.vote(token, "k1", "{\"verdict\":\"first\",\"answers\":{\"why\":\"taste\"}}"),
                400,
                "invalid_value");
        assertRefused(voter.vote(token, "k1", "{\"verdict\":\"first\",\"answers\":[]}"), 400, "invalid_value");
        HttpResponse<String> list =
                voter.vote(token, "k1", "{\"verdict\":\"first\",\"answers\":{\"why\":[\"facts\"]}}");
        assertRefused(list, 400, "invalid_value");
        assertThat(TestClient.json(list).at("/details/found").asText()).isEqualTo("a list");
        String body = "{\"verdict\":\"first\",\"answers\":{\"why\":\"facts\"}}";
        HttpResponse<String> stored = voter.vote(token, "k1", body);
        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(TestClient.json(stored).path("responses")).isEmpty();
        assertThat(voter.vote(token, "k1", body).body()).isEqualTo(stored.body());
        String second = TestClient.json(voter.get("/api/battles/next?study=s"))
                .path("battle")
                .asText();
        voter.vote(second, "k2", body);

        assertRefused(voter.get("/api/battles/next?study=s"), 429, "quota_reached");
        JsonNode study = TestClient.json(voter.get("/api/studies/s"));
        assertThat(study.path("may_vote").asText()).isEqualTo("quota_reached");
        assertThat(study.path("progress").toString()).isEqualTo("{\"voted\":2,\"remaining\":0,\"wanted\":2}");
        assertThat(TestClient.json(arena.admin().get("/api/leaderboard?study=s"))
                        .path("vote_count")
                        .asInt())
                .isEqualTo(2);
        assertRefused(voter.get("/api/leaderboard?study=t"), 400, "invalid_value");
    }

    /** The board without its revision, and without who votes at all: that people do is no secret. */
    private static JsonNode board(TestClient reader) {
        ObjectNode board = (ObjectNode) TestClient.json(reader.get("/api/leaderboard"));
        board.remove(List.of("revision", "provenance"));
        ((ObjectNode) board.path("filters")).remove("judge_kinds");
        return board;
    }

    /** Else the move of a table would say at once whom a vote was for, and whether the battle was a planted one. */
    @Test
    void board_whileAStudyThatRevealsNothingGoesOn_tellsAnalystsOnly() {
        open(
                "s",
                "\"voters\":{\"who\":\"anyone\"},\"gold\":{\"share\":0.5,\"identical\":true,\"items\":[{\"prompt\":\"p1\","
                        + "\"responses\":[\"alpha\",\"beta\"],\"expected\":\"first\"}]},\"repeats\":{\"share\":0.2,\"after\":1}");
        TestClient voter = arena.client();
        JsonNode before = board(voter);
        for (int i = 0; i < 12; i++) {
            String token = TestClient.json(voter.get("/api/battles/next?study=s"))
                    .path("battle")
                    .asText();
            assertThat(voter.vote(token, "k" + i, "{\"verdict\":\"first\"}").statusCode())
                    .isEqualTo(201);
            assertThat(board(voter)).isEqualTo(before);
        }

        TestClient admin = arena.admin();
        JsonNode whole = board(admin);
        assertThat(whole.path("vote_count").asInt()).isPositive();
        assertThat(whole.path("vote_count").asInt()
                        + whole.at("/excluded/gold").asInt()
                        + whole.at("/excluded/repeat").asInt())
                .isEqualTo(12);
        assertThat(whole.at("/filters/studies").toString()).isEqualTo("[\"s\"]");
        assertThat(before.at("/filters/studies")).isEmpty();
        for (String view : List.of("", "/pairs", "/history", "/effects", "/trust", "/agreement")) {
            assertRefused(voter.get("/api/leaderboard" + view + "?study=s"), 400, "invalid_value");
        }

        admin.postJson("/api/admin/studies/s/state", "{\"state\":\"closed\"}");
        assertThat(board(voter)).isEqualTo(board(admin)).isEqualTo(whole);
    }

    @Test
    void ownData_ofAStudy_holdsAnswersAndTellsGoldOnlyOnceItIsClosed() {
        open(
                "s",
                "\"voters\":{\"who\":\"anyone\"},\"gold\":{\"share\":0.5,\"identical\":true},\"questions\":[" + QUESTION
                        + "]");
        TestClient voter = arena.client();
        for (int i = 0; i < 8; i++) {
            String token = TestClient.json(voter.get("/api/battles/next?study=s"))
                    .path("battle")
                    .asText();
            voter.vote(token, "k" + i, "{\"verdict\":\"first\",\"answers\":{\"why\":\"style\"}}");
        }
        HttpResponse<String> open = voter.get("/api/me/data");
        arena.admin().postJson("/api/admin/studies/s/state", "{\"state\":\"closed\"}");
        JsonNode closed = TestClient.json(voter.get("/api/me/data"));

        assertThat(open.body()).doesNotContain("alpha", "beta", "gamma", "delta", "gold", "identical", "plain");
        assertThat(TestClient.json(open).at("/battles/0/votes/0/answers").toString())
                .isEqualTo("{\"why\":\"style\"}");
        assertThat(TestClient.json(open).at("/battles/0/guidelines_version").asInt())
                .isEqualTo(1);
        assertThat(closed.path("battles").findValuesAsText("part")).contains("gold", "plain");
        assertThat(closed.path("battles").findValuesAsText("model_name")).isEmpty();
    }

    @Test
    void study_unknownDraftPausedOrClosed_saysSo() {
        open("s", "\"voters\":{\"who\":\"anyone\"}");
        TestClient admin = arena.admin();
        admin.postJson("/api/admin/studies", "{\"settings\":{\"key\":\"draft\",\"name\":\"D\"}}");
        TestClient voter = arena.client();
        for (String key : List.of("nothing", "draft")) {
            assertRefused(voter.get("/api/studies/" + key), 404, "unknown_study");
            assertRefused(voter.get("/api/battles/next?study=" + key), 404, "unknown_study");
        }
        assertThat(voter.get("/api/studies").body()).doesNotContain("draft");
        admin.postJson("/api/admin/studies/s/state", "{\"state\":\"paused\"}");
        assertRefused(voter.get("/api/battles/next?study=s"), 409, "study_paused");
        admin.postJson("/api/admin/studies/s/state", "{\"state\":\"closed\"}");
        assertRefused(voter.get("/api/battles/next?study=s"), 409, "study_closed");
        assertThat(voter.cookie()).as("nobody was started for nothing").isEmpty();
        assertThat(TestClient.json(voter.get("/api/studies/s")).path("may_vote").asText())
                .isEqualTo("closed");
    }

    @Test
    void study_forInvited_startsNoVoterBeforeTheInvitation() {
        open("s", "");
        TestClient stranger = arena.client();
        HttpResponse<String> refused = stranger.get("/api/battles/next?study=s");

        assertRefused(refused, 403, "not_invited");
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(TestClient.json(stranger.get("/api/studies/s"))
                        .path("may_vote")
                        .asText())
                .isEqualTo("join");
        assertThat(TestClient.json(stranger.get("/api/studies")).path("studies"))
                .isEmpty();
        String url = TestClient.json(arena.admin().postJson("/api/admin/studies/s/invites", "{}"))
                .path("url")
                .asText();
        stranger.postJson("/api/join", "{\"secret\":\"" + url.substring(url.lastIndexOf('/') + 1) + "\"}");
        assertThat(stranger.get("/api/battles/next?study=s").statusCode()).isEqualTo(200);
        assertThat(TestClient.json(stranger.get("/api/studies")).path("studies"))
                .hasSize(1);
    }

    @Test
    void battles_goldRepeatedAndPlain_lookAlike() {
        open(
                "s",
                "\"voters\":{\"who\":\"anyone\"},\"gold\":{\"share\":0.3,\"identical\":true},"
                        + "\"repeats\":{\"share\":0.3,\"after\":2}");
        TestClient voter = arena.client();
        voter.get("/api/battles/next?study=s");
        Set<String> shapes = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            HttpResponse<String> answer = voter.get("/api/battles/next?study=s");
            JsonNode battle = TestClient.json(answer);
            shapes.add(shape(battle) + " " + battle.path("study") + " "
                    + answer.headers().map().keySet());
            assertThat(battle.at("/progress/voted").asInt()).isEqualTo(i);
            HttpResponse<String> stored = voter.vote(battle.path("battle").asText(), "k" + i, "{\"verdict\":\"tie\"}");
            shapes.add("vote " + shape(TestClient.json(stored)));
        }
        Set<String> parts = new HashSet<>();
        arena.store
                .votes()
                .scan(
                        new VoteId(0),
                        cast -> parts.add(
                                String.valueOf(cast.battle().draft().origin().part())));

        assertThat(parts).containsExactlyInAnyOrder("PLAIN", "GOLD", "REPEAT");
        assertThat(shapes).hasSize(2);
        JsonNode board = TestClient.json(arena.admin().get("/api/leaderboard"));
        assertThat(board.at("/excluded/gold").asInt()
                        + board.at("/excluded/repeat").asInt()
                        + board.path("vote_count").asInt())
                .isEqualTo(40);
        assertThat(board.at("/excluded/gold").asInt()).isPositive();
    }

    /** The names of all fields at all depths. */
    private static String shape(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.properties().forEach(field -> names.add(field.getKey() + shape(field.getValue())));
        node.forEach(item -> {
            if (node.isArray()) {
                names.add(shape(item));
            }
        });
        return names.toString();
    }

    @Test
    void floor_ofFour_storesRankingsThatAreRated() {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(TestArena.SEED));
        store.catalog().apply(TestArena.catalog(6, "alpha", "beta", "gamma", "delta", "eps"));
        try (TestArena four = TestArena.over(store, ServerRules.STANDARD.withK(4))) {
            TestClient voter = four.client();
            List<String> bodies = List.of(
                    "{\"ranks\":[1,2,3,4]}",
                    "{\"ranks\":[1,1,3,3]}",
                    "{\"ranks\":[null,2,1,null]}",
                    "{\"ranks\":[null,1,null,null]}",
                    "{\"verdict\":\"tie\"}",
                    "{\"verdict\":\"both_bad\"}");
            for (int i = 0; i < bodies.size(); i++) {
                JsonNode battle = TestClient.json(voter.get("/api/battles/next"));
                assertThat(battle.path("responses")).hasSize(4);
                HttpResponse<String> stored = voter.vote(battle.path("battle").asText(), "k" + i, bodies.get(i));
                assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
                assertThat(TestClient.json(stored).path("responses")).hasSize(4);
            }
            assertRefused(voter.vote(voter.nextToken(), "k", "{\"verdict\":\"first\"}"), 400, "invalid_value");
            for (String method : List.of("plackett-luce", "bayes")) {
                JsonNode board = TestClient.json(voter.get("/api/leaderboard?method=" + method));
                assertThat(board.path("vote_count").asInt()).isEqualTo(6);
                assertThat(board.path("leaderboard")).hasSize(5);
            }
            List<Integer> seats = new ArrayList<>();
            store.votes()
                    .scan(new VoteId(0), cast -> seats.add(cast.battle().seats().size()));
            assertThat(seats).containsExactly(4, 4, 4, 4, 4, 4);
        }
    }
}
