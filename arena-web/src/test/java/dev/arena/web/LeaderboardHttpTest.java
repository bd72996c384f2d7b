package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The leaderboard over HTTP: it counts every acknowledged vote, and the reveal shows its numbers. */
class LeaderboardHttpTest {
    @Test
    void board_readAfterEachVote_countsThatVote() {
        try (TestArena arena = TestArena.of(TestArena.catalog(4, "alpha", "beta", "gamma"))) {
            TestClient voter = arena.client();
            for (int i = 1; i <= 12; i++) {
                assertThat(voter.vote(voter.nextToken(), "k" + i, "{\"verdict\":\"tie\"}")
                                .statusCode())
                        .isEqualTo(201);
                JsonNode board = TestClient.json(voter.get("/api/leaderboard"));
                assertThat(board.path("vote_count").asInt()).isEqualTo(i);
                assertThat(board.path("revision").asLong()).isEqualTo(arena.store.revision());
            }
        }
    }

    @Test
    void board_shape_isTheContractsAndThreeFieldsForThePage() {
        try (TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"))) {
            HttpResponse<String> response = arena.client().get("/api/leaderboard");

            assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
            JsonNode board = TestClient.json(response);
            assertThat(board.fieldNames())
                    .toIterable()
                    .contains("method", "settings", "scale", "level", "diagnostics", "effects", "leaderboard")
                    .contains("pairs", "warnings", "filters", "simulated", "revision");
            assertThat(board.path("filters").path("methods").toString()).contains("bradley-terry", "elo");
            assertThat(board.path("leaderboard")).hasSize(2);
        }
    }

    @Test
    void reveal_ratings_areThoseOfTheDefaultBoardAtThatVote() {
        try (TestArena arena = TestArena.of(TestArena.catalog(20, "alpha", "beta"))) {
            TestClient voter = arena.client();
            List<HttpResponse<String>> reveals = new ArrayList<>();
            JsonNode before = TestClient.json(voter.get("/api/leaderboard"));
            for (int i = 0; i < 20; i++) {
                String verdict = i % 3 == 0 ? "second" : "first";
                HttpResponse<String> reveal =
                        voter.vote(voter.nextToken(), "k" + i, "{\"verdict\":\"" + verdict + "\"}");
                JsonNode after = TestClient.json(voter.get("/api/leaderboard"));
                for (JsonNode seat : TestClient.json(reveal).path("responses")) {
                    String name = seat.path("model_name").asText();
                    JsonNode now = rating(after, name);
                    JsonNode was = rating(before, name);
                    assertThat(seat.path("rating").isNull()).as("vote %d", i).isEqualTo(now.isNull());
                    assertThat(seat.path("rating").asDouble())
                            .as("vote %d", i)
                            .isCloseTo(now.asDouble(), within(0.000_501));
                    if (now.isNull() || was.isNull()) {
                        assertThat(seat.path("rating_change").isNull()).isTrue();
                    } else {
                        assertThat(seat.path("rating_change").asDouble())
                                .isCloseTo(now.asDouble() - was.asDouble(), within(0.001_001));
                    }
                }
                reveals.add(reveal);
                before = after;
            }
            assertThat(reveals)
                    .anyMatch(r ->
                            TestClient.json(r).at("/responses/0/rating_change").isNumber());
        }
    }

    private static JsonNode rating(JsonNode board, String name) {
        for (JsonNode row : board.path("leaderboard")) {
            if (row.path("model_name").asText().equals(name)) {
                return row.path("rating");
            }
        }
        throw new AssertionError(name + " is not on the board");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    method=nosuch          | method      | bradley-terry, elo, davidson, rao-kupper, plackett-luce, bayes, trueskill, weng-lin, glicko2, win-rate, counting, newman, eigen, pagerank, borda, copeland
                    method=elo&method=elo  | method      | one value
                    judge_kind=robot       | judge_kind  | human, llm, metric, command, jury, replay, scripted, rule
                    category=nosuch        | category    | nothing yet
                    format=pdf             | format      | table, json, csv, markdown, latex, html
                    ties=maybe             | ties        | half, drop
                    since=yesterday        | since       | a day (2026-11-22) or an instant (2026-11-22T08:00:00Z), in UTC, of the years 0001 to 9999
                    since=-999999999-01-01 | since       | a day (2026-11-22) or an instant (2026-11-22T08:00:00Z), in UTC, of the years 0001 to 9999
                    until=%2B999999999-12-31T23:59:59Z | until       | a day (2026-11-22) or an instant (2026-11-22T08:00:00Z), in UTC, of the years 0001 to 9999
                    since=%2B10000-01-01T00:00:00Z | since       | a day (2026-11-22) or an instant (2026-11-22T08:00:00Z), in UTC, of the years 0001 to 9999
                    judge=nobody           | judge       | the name of a judge, as tables by judge print it
                    exclude_models=delta   | exclude_models | alpha, beta
                    """)
    void board_unknownValue_is400ListingWhatIsAllowed(String query, String field, String allowed) {
        try (TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"))) {
            HttpResponse<String> response = arena.client().get("/api/leaderboard?" + query);

            VotingTest.assertError(response, 400, "invalid_value");
            assertThat(TestClient.json(response).path("details").path("field").asText())
                    .isEqualTo(field);
            assertThat(TestClient.json(response).path("details").path("allowed").asText())
                    .isEqualTo(allowed);
        }
    }

    @Test
    void board_unknownParameter_is400ListingTheNames() {
        try (TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"))) {
            HttpResponse<String> response = arena.client().get("/api/leaderboard?metod=elo");

            VotingTest.assertError(response, 400, "invalid_value");
            assertThat(response.body()).contains("metod", "method", "judge_kind", "format");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "csv,text/csv; charset=utf-8,model_name",
        "markdown,text/markdown; charset=utf-8,|",
        "latex,application/x-tex; charset=utf-8,\\toprule",
        "html,text/html; charset=utf-8,<table",
        "table,text/plain; charset=utf-8,alpha",
        "json,application/json,leaderboard"
    })
    void board_everyFormat_hasItsMediaType(String format, String type, String part) {
        try (TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"))) {
            HttpResponse<String> response = arena.client().get("/api/leaderboard?format=" + format);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                    .isEqualTo(type.replace(" ", ""));
            assertThat(response.body()).contains(part);
        }
    }

    @Test
    void board_filters_areApplied() {
        try (TestArena arena = TestArena.of(TestArena.catalog(2, "alpha", "beta"))) {
            TestClient voter = arena.client();
            voter.vote(voter.nextToken(), "k", "{\"verdict\":\"tie\"}");

            assertThat(count(voter, "judge_kind=human")).isEqualTo(1);
            assertThat(count(voter, "judge_kind=llm")).isZero();
            assertThat(count(voter, "until=2026-11-01")).isZero();
            assertThat(count(voter, "since=2026-11-01&method=elo&category=&judge_kind=human&judge_kind=llm"))
                    .isEqualTo(1);
        }
    }

    private static int count(TestClient client, String query) {
        return TestClient.json(client.get("/api/leaderboard?" + query))
                .path("vote_count")
                .asInt();
    }
}
