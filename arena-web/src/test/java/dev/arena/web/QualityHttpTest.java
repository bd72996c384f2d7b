package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.quality.QualityReport;
import dev.arena.core.quality.QualityService;
import dev.arena.core.quality.StoredMarks;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Quality control over HTTP: who may look, who may decide, and what a decision does. */
class QualityHttpTest {
    private final TestArena arena = TestArena.of(TestArena.catalog(24, "alpha", "beta"));

    @AfterEach
    void stop() {
        arena.close();
    }

    /** A browser that votes on so many battles, always for the first position. */
    private String voter(int votes) {
        TestClient voter = arena.client();
        for (int i = 0; i < votes; i++) {
            assertThat(voter.vote(voter.nextToken(), "k" + i, "{\"verdict\":\"first\"}")
                            .statusCode())
                    .isEqualTo(201);
        }
        return arena.store.judges().listJudges().stream()
                .filter(judge -> judge.kind() == JudgeKind.HUMAN)
                .reduce((one, other) -> other)
                .orElseThrow()
                .name();
    }

    @Test
    void quality_asVoterAndAsAdmin_isForAdminsOnly() {
        String name = voter(12);
        HttpResponse<String> refused = arena.client().get("/api/admin/quality");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(TestClient.json(refused).path("code").asText()).isEqualTo("not_analyst");
        JsonNode report = TestClient.json(arena.admin().get("/api/admin/quality?sensitivity=true"));
        JsonNode voter = report.path("voters").get(0);
        assertThat(voter.path("voter").asText()).isEqualTo(name);
        assertThat(voter.path("votes").asInt()).isEqualTo(12);
        assertThat(voter.path("decision").isNull()).isTrue();
        assertThat(voter.path("signals")).hasSize(11);
        assertThat(voter.at("/signals/1/id").asText()).isEqualTo("straight_lining");
        assertThat(voter.at("/signals/1/state").asText()).isEqualTo("suspect");
        assertThat(report.path("alarms")).isEmpty();
        assertThat(report.path("sensitivity")).hasSize(2);
    }

    @Test
    void decisions_excludeAndRestore_moveTheBoardAndAreShown() {
        String name = voter(6);
        TestClient admin = arena.admin();

        HttpResponse<String> excluded = admin.postJson(
                "/api/admin/decisions", "{\"voter\":\"" + name + "\",\"action\":\"exclude\",\"reason\":\"careless\"}");

        assertThat(excluded.statusCode()).isEqualTo(201);
        JsonNode decision = TestClient.json(excluded);
        assertThat(decision.path("weight").asDouble()).isZero();
        assertThat(decision.path("by").asText()).isNotEmpty();
        JsonNode board = TestClient.json(admin.get("/api/leaderboard"));
        assertThat(board.at("/excluded/voter_careless").asInt()).isEqualTo(6);
        assertThat(board.path("vote_count").asInt()).isZero();
        assertThat(board.at("/settings/quality").asText()).isEqualTo("on");
        assertThat(TestClient.json(admin.get("/api/admin/quality"))
                        .at("/voters/0/decision/action")
                        .asText())
                .isEqualTo("exclude");
        admin.postJson(
                "/api/admin/decisions", "{\"voter\":\"" + name + "\",\"action\":\"restore\",\"reason\":\"mistake\"}");
        assertThat(TestClient.json(admin.get("/api/leaderboard"))
                        .path("vote_count")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void decisions_thatSayWhatIsNotAllowed_areRefused() {
        String name = voter(1);
        TestClient admin = arena.admin();
        String start = "{\"voter\":\"" + name + "\",";

        assertRefused(admin, "{\"voter\":\"nobody\",\"action\":\"exclude\",\"reason\":\"a\"}", 404, "unknown_voter");
        assertRefused(admin, start + "\"action\":\"ban\",\"reason\":\"a\"}", 400, "invalid_value");
        assertRefused(admin, start + "\"action\":\"weight\",\"reason\":\"a\"}", 400, "invalid_value");
        assertRefused(admin, start + "\"action\":\"weight\",\"weight\":2,\"reason\":\"a\"}", 400, "invalid_value");
        assertRefused(admin, start + "\"action\":\"exclude\",\"reason\":\"Too slow\"}", 400, "invalid_value");
        assertRefused(admin, start + "\"action\":\"exclude\",\"reason\":\"a\",\"x\":1}", 400, "unknown_field");
        assertRefused(
                admin, start + "\"study\":\"none\",\"action\":\"exclude\",\"reason\":\"a\"}", 404, "unknown_study");
        HttpResponse<String> stranger =
                arena.client().postJson("/api/admin/decisions", start + "\"action\":\"exclude\",\"reason\":\"a\"}");
        assertThat(TestClient.json(stranger).path("code").asText()).isEqualTo("not_admin");
        assertThat(arena.store.quality().listDecisions()).isEmpty();
    }

    private static void assertRefused(TestClient admin, String body, int status, String code) {
        HttpResponse<String> answer = admin.postJson("/api/admin/decisions", body);
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(TestClient.json(answer).path("code").asText()).as(body).isEqualTo(code);
    }

    @Test
    void patrol_withoutAnythingToDecide_decidesNothing() {
        String unused = voter(12);
        try (QualityPatrol patrol = arena.server.patrol()) {
            assertThat(patrol.round()).isZero();
            assertThat(arena.store.quality().listDecisions()).isEmpty();
        }
    }

    private QualityReport report() {
        return new QualityService(arena.store, new StoredMarks(arena.store.studies())).report(null);
    }

    @Test
    void patrol_voterWhoFailsGold_isExcludedOnce() {
        Judge voter = GoldVoter.vote(arena, 24);
        assertThat(report().voters().get(0).signal("gold").of())
                .as("gold battles")
                .isGreaterThanOrEqualTo(5);

        try (QualityPatrol patrol = arena.server.patrol()) {
            assertThat(patrol.round()).isEqualTo(1);
            assertThat(patrol.round()).as("what was decided").isZero();
        }

        List<VoterDecision> decisions = arena.store.quality().listDecisions();
        assertThat(decisions).hasSize(1);
        assertThat(decisions.get(0).judge()).isEqualTo(voter.id());
        assertThat(decisions.get(0).action()).isEqualTo(VoterDecision.Action.EXCLUDE);
        assertThat(decisions.get(0).by()).isEqualTo("rules");
        JsonNode board = TestClient.json(arena.admin().get("/api/leaderboard"));
        assertThat(board.path("vote_count").asInt()).isZero();
        assertThat(board.at("/excluded/voter_gold").asInt()).isPositive();
    }

    @Test
    void patrol_personDecidedMeanwhile_leavesThatDecision() {
        Judge voter = GoldVoter.vote(arena, 24);
        QualityReport before = report();
        String body = "{\"voter\":\"" + voter.name() + "\",\"action\":\"restore\",\"reason\":\"known\"}";
        assertThat(arena.admin().postJson("/api/admin/decisions", body).statusCode())
                .isEqualTo(201);

        try (QualityPatrol patrol = arena.server.patrol()) {
            assertThat(patrol.decide(before)).isZero();
        }

        assertThat(arena.store.quality().listDecisions())
                .extracting(VoterDecision::action)
                .containsExactly(VoterDecision.Action.RESTORE);
    }

    @Test
    void patrol_votesStoredDuringARound_areLookedAtInTheNext() {
        String unused = voter(1);
        QualityReport early = report();
        Judge failing = GoldVoter.vote(arena, 24);

        try (QualityPatrol patrol = arena.server.patrol()) {
            assertThat(patrol.decide(early)).isZero();
            assertThat(patrol.round()).isEqualTo(1);
        }

        assertThat(arena.store.quality().listDecisions())
                .extracting(VoterDecision::judge)
                .containsExactly(failing.id());
    }

    @Test
    void quality_parameterThatIsNone_isRefused() {
        TestClient admin = arena.admin();

        VotingTest.assertError(admin.get("/api/admin/quality?sensitivity=yes"), 400, "invalid_value");
        VotingTest.assertError(admin.get("/api/admin/quality?since=2026-01-01"), 400, "invalid_value");
    }
}
