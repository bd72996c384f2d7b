package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.store.VoteStore;
import dev.arena.web.api.ServerRules;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands behind the leaderboard, over HTTP. */
class BoardHttpTest {
    private static final long SEED = 20261122;

    private TestArena arena;
    private TestClient client;

    @BeforeEach
    void start() {
        arena = TestArena.over(voted(), ServerRules.of(false, ServerRules.IMPORT_LIMIT_MB));
        client = arena.client();
    }

    @AfterEach
    void stop() {
        arena.close();
    }

    /** Six prompts, four contestants, 240 votes of a judge that likes alpha best. */
    private static ArenaStore voted() {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(SEED));
        store.catalog().apply(TestArena.catalog(6, "alpha", "beta", "gamma", "delta"));
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(new CatalogBatch.NewContestant(
                                "alpha", Map.of("organization", "Here", "price_input", "$2.50"))),
                        List.of(),
                        List.of()));
        Judge judge = store.judges().put(new JudgeDraft(JudgeKind.LLM, "big", ""));
        List<ResponseHead> heads = store.catalog().listCurrentResponses();
        Random chance = new Random(SEED);
        List<VoteStore.NewVote> votes = new ArrayList<>();
        while (votes.size() < 240) {
            ResponseHead one = heads.get(chance.nextInt(heads.size()));
            ResponseHead other = heads.get(chance.nextInt(heads.size()));
            if (one.prompt().equals(other.prompt()) && !one.equals(other)) {
                votes.add(vote(judge, one, other, votes.size(), chance));
            }
        }
        store.votes().appendAll(votes);
        return store;
    }

    private static VoteStore.NewVote vote(
            Judge judge, ResponseHead one, ResponseHead other, int number, Random chance) {
        double gap = 0.5 * (other.contestant().value() - one.contestant().value());
        Verdict verdict = chance.nextDouble() < 1 / (1 + Math.exp(-gap)) ? Verdict.first() : Verdict.second();
        BattleDraft battle = new BattleDraft(
                "token-" + number,
                one.prompt(),
                List.of(new Seat(one.contestant(), one.id()), new Seat(other.contestant(), other.id())),
                null,
                null,
                BattleOrigin.imported("key-" + number),
                BattleTags.NONE,
                TestArena.NOW.plusSeconds(number));
        return new VoteStore.NewVote(
                battle,
                new VoteDraft(
                        judge.id(), verdict, "k" + number, "b", 1, "because", null, TestArena.NOW.plusSeconds(number)));
    }

    private JsonNode read(String path) {
        HttpResponse<String> response = client.get(path);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestClient.json(response);
    }

    private static JsonNode row(JsonNode board, String name) {
        for (JsonNode row : board.path("leaderboard")) {
            if (row.path("model_name").asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError(name + " is on no row");
    }

    @Test
    void board_rows_haveFactsSharesAndBadges() {
        JsonNode alpha = row(read("/api/leaderboard"), "alpha");

        assertThat(alpha.path("organization").asText()).isEqualTo("Here");
        assertThat(alpha.path("license").isNull()).isTrue();
        assertThat(alpha.path("price_input_value").asDouble()).isEqualTo(2.5);
        double games = alpha.path("wins").asDouble() + alpha.path("losses").asDouble();
        assertThat(alpha.path("win_rate").asDouble())
                .isEqualTo(alpha.path("wins").asDouble() / games);
        assertThat(alpha.path("preliminary").asBoolean()).isTrue();
        assertThat(alpha.path("few_votes").asBoolean()).isFalse();
        assertThat(alpha.has("rating_change")).isFalse();
    }

    @Test
    void board_comparedWithTheDefault_saysWhatAChoiceChanges() {
        JsonNode usual = read("/api/leaderboard");
        JsonNode board = read("/api/leaderboard?position=off&compare=default");

        assertThat(board.at("/compare/changed/0/name").asText()).isEqualTo("position");
        assertThat(board.at("/compare/changed/0/default").asText()).isEqualTo("judge");
        assertThat(board.path("query").asText()).isEqualTo("position=off");
        JsonNode alpha = row(board, "alpha");
        double before = row(usual, "alpha").path("rating").asDouble();
        assertThat(alpha.path("default_rating").asDouble()).isEqualTo(before);
        assertThat(alpha.path("rating_change").asDouble())
                .isEqualTo(alpha.path("rating").asDouble() - before);
        assertThat(alpha.path("rank_change").isInt()).isTrue();
    }

    @Test
    void board_ofAnotherScale_changesRanksOnly() {
        JsonNode board = read("/api/leaderboard?method=win-rate&compare=default");

        assertThat(board.at("/compare/same_scale").asBoolean()).isFalse();
        assertThat(row(board, "alpha").path("rating_change").isNull()).isTrue();
        assertThat(row(board, "alpha").path("rank_change").isInt()).isTrue();
    }

    @Test
    void board_withStyle_isControlled() {
        JsonNode board = read("/api/leaderboard?style=length");

        assertThat(board.at("/settings/style_rms_length").isMissingNode()).isFalse();
        assertThat(row(board, "alpha").at("/extras/rating_raw").isNumber()).isTrue();
    }

    @Test
    void board_askedAgain_isNotSentAgainUntilSomethingIsStored() {
        HttpResponse<String> first = client.get("/api/leaderboard");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().allValues("Vary")).containsExactly("Accept-Encoding, Cookie");
        HttpResponse<String> same = client.get("/api/leaderboard", "If-None-Match", tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.headers().firstValue("ETag")).contains(tag);
        assertThat(same.headers().allValues("Vary")).containsExactly("Accept-Encoding, Cookie");
        HttpResponse<String> error = client.get("/api/leaderboard?ties=maybe");
        assertThat(error.statusCode()).isEqualTo(400);
        assertThat(error.headers().firstValue("ETag")).isEmpty();
        assertThat(error.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(client.get("/api/leaderboard?ties=drop", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);

        Battle battle = arena.store.battles().findByToken("token-1").orElseThrow();
        Judge other = arena.store.judges().put(new JudgeDraft(JudgeKind.HUMAN, "other", ""));
        var unused = arena.store
                .votes()
                .append(battle.id(), new VoteDraft(other.id(), Verdict.tie(), "k", "b", 1, null, null, TestArena.NOW));
        HttpResponse<String> second = client.get("/api/leaderboard", "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(TestClient.json(second).path("vote_count").asInt()).isEqualTo(241);
    }

    @Test
    void views_agreeWithTheBoard() {
        JsonNode board = read("/api/leaderboard");
        JsonNode pairs = read("/api/leaderboard/pairs");
        JsonNode history = read("/api/leaderboard/history?points=3");
        JsonNode effects = read("/api/leaderboard/effects");

        assertThat(pairs.path("pairs")).hasSize(12);
        assertThat(pairs.at("/models/0").asText())
                .isEqualTo(board.at("/leaderboard/0/model_name").asText());
        assertThat(history.path("cuts")).hasSize(3);
        assertThat(history.at("/models/0/points/2/rating").asDouble())
                .isEqualTo(board.at("/leaderboard/0/rating").asDouble());
        assertThat(effects.at("/position/effects/0/judge").asText()).isEqualTo("big");
        assertThat(effects.at("/position/effects/0/votes").asDouble()).isEqualTo(240);
        assertThat(effects.at("/position/effects/0/estimate").asDouble())
                .isEqualTo(board.at("/effects/0/estimate").asDouble());
        assertThat(effects.at("/style/effects")).isNotEmpty();
        assertThat(effects.at("/lengths/0/mean_length").asDouble()).isPositive();
    }

    @Test
    void trust_asksAgain_untilEverythingIsComputed() {
        long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        JsonNode trust = read("/api/leaderboard/trust");
        while (trust.path("computing").asBoolean() && System.nanoTime() < until) {
            Thread.onSpinWait();
            trust = read("/api/leaderboard/trust");
        }
        assertThat(trust.path("computing").asBoolean()).isFalse();
        assertThat(trust.path("checks")).hasSize(11);
        assertThat(trust.at("/checks/0/id").asText()).isEqualTo("connectivity");
        assertThat(trust.at("/checks/0/state").asText()).isEqualTo("passed");
        assertThat(trust.path("checks").findValuesAsText("summary")).doesNotContain("Being computed.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/leaderboard?compare=yesterday        | compare
        /api/leaderboard?style=bold               | style
        /api/leaderboard/history?points=0         | points
        /api/leaderboard/history?points=x         | points
        /api/leaderboard/pairs?compare=default    | parameter
        /api/leaderboard/trust?method=magic       | method
        /api/battles?contestant=nobody            | contestant
        /api/battles?order=oldest                 | order
        /api/battles?after=here                   | after
        /api/battles?outcome=won                  | contestant
        /api/battles?judge=x                      | judge
        """)
    void views_withAnUnknownValue_areRefusedByName(String path, String field) {
        HttpResponse<String> response = client.get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(response).at("/details/field").asText()).isEqualTo(field);
    }

    @Test
    void explorer_whereNobodyVotes_showsTextsBesideNames() {
        JsonNode page = read("/api/battles?contestant=alpha&order=upset&q=answer");
        assertThat(page.path("battles")).isNotEmpty();
        String id = page.at("/battles/0/id").asText();
        JsonNode battle = read("/api/battles/" + id);
        assertThat(battle.at("/responses/0/model_name").asText()).isEqualTo("alpha");
        assertThat(battle.at("/verdicts/0/rationale").asText()).isEqualTo("because");
        assertThat(read("/api/contestants").path("contestants")).hasSize(4);
        assertThat(read("/api/contestants/alpha").at("/overall/model_name").asText())
                .isEqualTo("alpha");
        assertThat(client.get("/api/battles/999999").statusCode()).isEqualTo(404);
        assertThat(client.get("/api/contestants/nobody").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/battles", "/api/battles/1", "/api/contestants", "/api/contestants/alpha"})
    void explorer_whereAnyoneVotes_isClosed(String path) {
        try (TestArena open = TestArena.over(voted())) {
            HttpResponse<String> response = open.client().get(path);

            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(TestClient.json(response).path("code").asText()).isEqualTo("voting_open");
            assertThat(response.body()).doesNotContain("alpha", "Answer");
        }
    }

    private TestClient administrator() {
        TestClient admin = arena.client();
        String url = arena.server.administrationUrl();
        HttpResponse<String> joined = admin.post(
                "/api/join",
                "{\"secret\":\"" + url.substring(url.lastIndexOf('/') + 1) + "\"}",
                "Content-Type",
                "application/json");
        assertThat(joined.statusCode()).isEqualTo(200);
        return admin;
    }

    @Test
    void snapshot_byAnAnalyst_isFrozenForEveryone() throws Exception {
        String body = "{\"query\":\"ties=drop&method=bt\",\"note\":\"table 2\"}";
        assertThat(client.postJson("/api/snapshots", body).statusCode()).isEqualTo(403);
        HttpResponse<String> made = administrator().postJson("/api/snapshots", body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String id = TestClient.json(made).path("id").asText();

        JsonNode snapshot = read("/api/snapshots/" + id);
        String bytes = client.get("/api/snapshots/" + id + "/board").body();
        String sha256 = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.getBytes(StandardCharsets.UTF_8)));
        assertThat(sha256).startsWith(id).isEqualTo(snapshot.path("sha256").asText());
        assertThat(snapshot.path("verified").asBoolean()).isTrue();
        assertThat(snapshot.path("query").asText()).isEqualTo("ties=drop");
        assertThat(snapshot.at("/board/leaderboard"))
                .isEqualTo(read("/api/leaderboard?ties=drop").path("leaderboard"));
        assertThat(read("/api/snapshots").at("/snapshots/0/note").asText()).isEqualTo("table 2");
        assertThat(client.get("/api/snapshots/0123456789abcdef").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"query":"method=magic"}   | invalid_value
        {"query":7}                | invalid_value
        {"queri":""}               | unknown_field
        {"query":"%zz"}            | invalid_value
        """)
    void snapshot_ofWhatIsNotAllowed_isRefused(String body, String code) {
        HttpResponse<String> response = administrator().postJson("/api/snapshots", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(response).path("code").asText()).isEqualTo(code);
    }
}
