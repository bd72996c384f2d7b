package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Taking a vote back over HTTP. */
class WithdrawalTest {
    private static final String FIRST = "{\"verdict\":\"first\"}";

    @Test
    void withdraw_ownVote_supersedesAndNeverShowsTheMatchupAgain() {
        try (TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"))) {
            TestClient voter = arena.client();
            String token = voter.nextToken();
            HttpResponse<String> voted = voter.vote(token, "k", FIRST);
            String vote = TestClient.json(voted).path("vote").asText();
            String path = "/api/votes/" + vote + "/withdrawal";

            HttpResponse<String> answer = voter.post(path, "{}", "Content-Type", "application/json");

            assertThat(answer.statusCode()).isEqualTo(200);
            String expected = "{\"vote\":\"" + vote
                    + "\",\"withdrawn\":true,\"progress\":{\"voted\":0,\"remaining\":0,\"wanted\":null}}";
            assertThat(answer.body()).isEqualTo(expected);
            assertThat(voter.send("POST", path, null).body())
                    .as("again, without a body")
                    .isEqualTo(expected);
            assertThat(arena.store.votes().count()).isEqualTo(2);
            assertThat(VotingTest.log(arena).get(1).vote().supersedes())
                    .isEqualTo(VotingTest.log(arena).get(0).vote().id());
            assertThat(VotingTest.log(arena).get(1).vote().verdict().toString()).contains("WITHDRAWN");
            VotingTest.assertError(voter.get("/api/battles/next"), 404, "no_battles");
            VotingTest.assertError(voter.vote(token, "k2", FIRST), 409, "already_voted");
            assertThat(voter.vote(token, "k", FIRST).body())
                    .as("the repeated request")
                    .isEqualTo(voted.body());
        }
    }

    @Test
    void withdraw_whatCannotBe_isRefused() {
        try (TestArena arena = TestArena.of(TestArena.catalog(3, "alpha", "beta"))) {
            TestClient voter = arena.client();
            String vote = TestClient.json(voter.vote(voter.nextToken(), "k", FIRST))
                    .path("vote")
                    .asText();
            String skip = TestClient.json(voter.vote(voter.nextToken(), "k2", "{\"verdict\":\"skip\"}"))
                    .path("vote")
                    .asText();
            TestClient stranger = arena.client();
            stranger.nextToken();

            VotingTest.assertError(withdraw(stranger, vote), 403, "other_voters_vote");
            VotingTest.assertError(withdraw(arena.client(), vote), 403, "other_voters_vote");
            VotingTest.assertError(withdraw(voter, "nothing"), 404, "unknown_vote");
            VotingTest.assertError(withdraw(voter, skip), 409, "nothing_to_withdraw");
            assertThat(arena.store.votes().count()).isEqualTo(2);
        }
    }

    private static HttpResponse<String> withdraw(TestClient client, String vote) {
        return client.post("/api/votes/" + vote + "/withdrawal", "{}", "Content-Type", "application/json");
    }
}
