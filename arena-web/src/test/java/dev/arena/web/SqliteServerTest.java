package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same server over the database that people use: what must survive a restart, and what must happen once. */
class SqliteServerTest {
    @TempDir
    Path folder;

    private TestArena open() {
        StoreOptions options = new StoreOptions(InstantSource.fixed(TestArena.NOW), new Random(9));
        return TestArena.over(SqliteArenaStore.open(folder.resolve("arena.db"), options));
    }

    @BeforeEach
    void fill() {
        StoreOptions options = new StoreOptions(InstantSource.fixed(TestArena.NOW), new Random(8));
        try (SqliteArenaStore store = SqliteArenaStore.open(folder.resolve("arena.db"), options)) {
            store.catalog().apply(TestArena.catalog(12, "alpha", "beta", "gamma"));
        }
    }

    @Test
    void restart_keepsVoterOpenBattleAndAnswers() {
        String cookie;
        String open;
        String voted;
        HttpResponse<String> answer;
        try (TestArena arena = open()) {
            TestClient voter = arena.client();
            voted = voter.nextToken();
            cookie = voter.cookie();
            answer = voter.vote(voted, "k", "{\"verdict\":\"first\"}");
            open = voter.get("/api/battles/next").body();
        }
        try (TestArena arena = open()) {
            TestClient voter = arena.client();
            voter.useCookie(cookie);
            HttpResponse<String> next = voter.get("/api/battles/next");
            HttpResponse<String> again = voter.vote(voted, "k", "{\"verdict\":\"first\"}");

            assertThat(next.body()).isEqualTo(open);
            assertThat(next.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(answer.body());
            assertThat(arena.store.votes().count()).isEqualTo(1);
        }
    }

    @Test
    void health_databaseOpenedToRead_is503AndVotesAreRefused() {
        try (TestArena arena = TestArena.over(SqliteArenaStore.openReadOnly(folder.resolve("arena.db")))) {
            VotingTest.assertError(arena.client().get("/healthz"), 503, "store_unavailable");
            VotingTest.assertError(arena.client().get("/api/battles/next"), 503, "store_unavailable");
            assertThat(arena.client().get("/api/leaderboard").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void vote_hundredAtOnce_oneRowAndEqualAnswers() throws Exception {
        try (TestArena arena = open()) {
            VotingTest.hundredAtOnce(arena);
        }
    }

    @Test
    void vote_conflicts_eachHasItsStatusAndCode() {
        try (TestArena arena = open()) {
            TestClient voter = arena.client();
            String token = voter.nextToken();
            TestClient stranger = arena.client();
            stranger.nextToken();
            String first = "{\"verdict\":\"first\"}";

            VotingTest.assertError(stranger.vote(token, "k", first), 403, "other_voters_battle");
            VotingTest.assertError(voter.vote("no-such-token", "k", first), 404, "unknown_battle");
            VotingTest.assertError(voter.vote(token, "k", "{\"verdict\":\"1\"}"), 400, "invalid_value");
            assertThat(voter.vote(token, "k", first).statusCode()).isEqualTo(201);
            VotingTest.assertError(voter.vote(token, "k", "{\"verdict\":\"tie\"}"), 422, "key_reused");
            VotingTest.assertError(voter.vote(token, "other", first), 409, "already_voted");
        }
    }

    @Test
    void vote_tenVotersToTheEnd_everyVoteIsOnTheBoard() {
        try (TestArena arena = open()) {
            List<TestClient> voters = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                voters.add(arena.client());
            }
            int votes = 0;
            for (int round = 0; round < 36; round++) {
                for (TestClient voter : voters) {
                    JsonNode battle = TestClient.json(voter.get("/api/battles/next"));
                    String verdict =
                            List.of("first", "second", "tie", "both_bad").get(votes % 4);
                    HttpResponse<String> answer = voter.vote(
                            battle.path("battle").asText(), "k" + round, "{\"verdict\":\"" + verdict + "\"}");
                    assertThat(answer.statusCode()).isEqualTo(201);
                    votes++;
                }
            }
            TestClient reader = arena.client();

            assertThat(TestClient.json(reader.get("/api/leaderboard"))
                            .path("vote_count")
                            .asInt())
                    .isEqualTo(votes);
            for (TestClient voter : voters) {
                VotingTest.assertError(voter.get("/api/battles/next"), 404, "no_battles");
            }
        }
    }
}
