package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.battle.ShownBattle;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseText;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.InMemoryArenaStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Before a vote is stored, nothing that leaves the server links a response of the open battle to a contestant.
 *
 * <p>Time is not measured: a bound wide enough never to fail would prove nothing. It is kept equal by the code instead. Every battle
 * is drawn, stored, read and written by the same statements, in which a contestant is a number; no branch, cache or format depends on
 * which one it is, and both texts are sent in one answer.
 */
class BlindnessTest {
    private static final CatalogBatch.Origin FILE = new CatalogBatch.Origin("sentinel-file-83b1.jsonl", 7919);
    private static final String ONE = "sentinel-model-4c7f";
    private static final String OTHER = "sentinel-model-91ad";
    private static final Map<String, String> FACTS = Map.of(
            "organization", "sentinel-maker-5e20", "license", "sentinel-licence-2b", "price", "sentinel-price-9d");
    static final String TEXT_ONE = "The answer is four.";
    static final String TEXT_OTHER = "The answer is five.";
    private static final String PROMPT_KEY = "sentinel-prompt-key-d3";
    private static final String FIRST = "{\"verdict\":\"first\"}";

    /** One prompt and two responses, stored in this order. */
    private static CatalogBatch catalog(String model, String text, String otherModel, String otherText) {
        PromptText prompt =
                new PromptText(List.of("What is 2 + 2?"), "maths", "en", "sentinel-reference-77", List.of());
        return new CatalogBatch(
                List.of(new CatalogBatch.NewContestant(ONE, FACTS), new CatalogBatch.NewContestant(OTHER, FACTS)),
                List.of(new CatalogBatch.NewPrompt(FILE, PROMPT_KEY, prompt)),
                List.of(
                        new CatalogBatch.NewResponse(FILE, PROMPT_KEY, model, ResponseText.of(text)),
                        new CatalogBatch.NewResponse(FILE, PROMPT_KEY, otherModel, ResponseText.of(otherText))));
    }

    static CatalogBatch catalog() {
        return catalog(ONE, TEXT_ONE, OTHER, TEXT_OTHER);
    }

    /** Everything that would link a response to a contestant if it stood beside it. */
    static List<String> secrets(ArenaStore store) {
        List<String> secrets = new ArrayList<>(List.of("sentinel-"));
        for (ResponseHead head : store.catalog().listCurrentResponses()) {
            byte[] hash = HexFormat.of().parseHex(head.sha256());
            secrets.add(head.sha256().substring(0, 12));
            secrets.add(Base64.getEncoder().encodeToString(hash).substring(0, 12));
            secrets.add(Base64.getUrlEncoder().encodeToString(hash).substring(0, 12));
        }
        return secrets;
    }

    static void assertBlind(HttpResponse<String> response, List<String> secrets) {
        String all = response.headers().map() + "\n" + response.body();
        for (String secret : secrets) {
            assertThat(all.toLowerCase(Locale.ROOT))
                    .as("%s sends %s", response, secret)
                    .doesNotContain(secret.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void everythingSentBeforeTheVote_namesNoContestantBesideABattle() {
        try (TestArena arena = TestArena.of(catalog())) {
            List<String> secrets = secrets(arena.store);
            TestClient voter = arena.client();
            String token = voter.nextToken();
            List<HttpResponse<String>> sent = Crawl.everything(arena, voter, token);

            assertThat(sent).hasSizeGreaterThan(40);
            assertThat(arena.store.votes().count())
                    .as("the crawl casts no vote")
                    .isZero();
            for (HttpResponse<String> response : sent) {
                if (!WalkTest.isTable(response)) {
                    assertBlind(response, secrets);
                }
            }
        }
    }

    /** Pages about runs say who wrote what, so whoever may vote does not see them. */
    @Test
    void runs_forWhoeverMayVote_areClosed() {
        try (TestArena arena = TestArena.of(catalog())) {
            TestClient voter = arena.client();
            List<HttpResponse<String>> runs = Crawl.everything(arena, voter, voter.nextToken()).stream()
                    .filter(response -> response.uri().getPath().startsWith("/api/runs")
                            && response.request().method().equals("GET"))
                    .toList();

            assertThat(runs).hasSizeGreaterThan(5);
            runs.forEach(response -> VotingTest.assertError(response, 403, "voting_open"));
        }
    }

    @Test
    void leaderboardBeforeTheVote_namesContestantsAndNoBattle() {
        try (TestArena arena = TestArena.of(catalog())) {
            TestClient voter = arena.client();
            String token = voter.nextToken();
            for (String format : List.of("json", "csv", "markdown", "latex", "html", "table")) {
                String board = voter.get("/api/leaderboard?format=" + format).body();
                assertThat(board).contains("4c7f", "91ad").doesNotContain(token, "answer is", "2 + 2", PROMPT_KEY);
                assertThat(board).doesNotContain(secrets(arena.store).subList(1, 7));
            }
        }
    }

    @Test
    void anotherVotersReveal_tellsThisVoterNothing() {
        try (TestArena arena = TestArena.of(catalog())) {
            List<String> secrets = secrets(arena.store);
            TestClient voter = arena.client();
            String token = voter.nextToken();
            String before = voter.get("/api/battles/next").body();
            TestClient stranger = arena.client();
            String strangersToken = stranger.nextToken();
            HttpResponse<String> reveal = stranger.vote(strangersToken, "k", FIRST);
            assertThat(reveal.body()).contains(ONE, OTHER).contains(FACTS.values());
            String vote = TestClient.json(reveal).path("vote").asText();

            assertThat(voter.get("/api/battles/next").body()).isEqualTo(before);
            assertBlind(voter.vote(strangersToken, "k", FIRST), secrets);
            assertBlind(stranger.vote(token, "k2", FIRST), secrets);
            assertBlind(voter.send("POST", "/api/votes/" + vote + "/withdrawal", null), secrets);
        }
    }

    @Test
    void next_whoWroteWhatExchanged_answersWithTheSameBytes() {
        List<String> answers = new ArrayList<>();
        for (CatalogBatch catalog :
                List.of(catalog(ONE, TEXT_ONE, OTHER, TEXT_OTHER), catalog(OTHER, TEXT_ONE, ONE, TEXT_OTHER))) {
            try (TestArena arena = TestArena.of(catalog)) {
                HttpResponse<String> answer = arena.client().get("/api/battles/next");
                Map<String, List<String>> headers =
                        new TreeMap<>(answer.headers().map());
                headers.remove("date");
                headers.computeIfPresent(
                        "set-cookie", (name, values) -> List.of(values.get(0).replaceAll("Expires=[^;]*", "")));
                answers.add(headers + "\n" + answer.body());
            }
        }

        assertThat(answers.get(1)).isEqualTo(answers.get(0));
    }

    @Test
    void next_answer_holdsTheTextsTheTokenTheProgressAndNothingElse() {
        try (TestArena arena = TestArena.of(catalog())) {
            HttpResponse<String> answer = arena.client().get("/api/battles/next");
            String body = answer.body();
            String token = TestClient.json(answer).path("battle").asText();
            String template = "{\"battle\":\"%s\",\"prompt\":{\"turns\":[\"What is 2 + 2?\"],\"category\":\"maths\","
                    + "\"language\":\"en\",\"attachments\":[]},"
                    + "\"responses\":[{\"position\":1,\"turns\":[\"%s\"],\"content\":\"%s\",\"attachments\":[]},"
                    + "{\"position\":2,\"turns\":[\"%s\"],\"content\":\"%s\",\"attachments\":[]}],"
                    + "\"progress\":{\"voted\":0,\"remaining\":1,\"wanted\":null},\"study\":null}";

            assertThat(token).matches("[A-Za-z0-9_-]{22}");
            assertThat(body)
                    .isIn(
                            String.format(template, token, TEXT_ONE, TEXT_ONE, TEXT_OTHER, TEXT_OTHER),
                            String.format(template, token, TEXT_OTHER, TEXT_OTHER, TEXT_ONE, TEXT_ONE));
            assertThat(new TreeSet<>(answer.headers().map().keySet()))
                    .containsExactly(
                            "cache-control",
                            "content-length",
                            "content-security-policy",
                            "content-type",
                            "cross-origin-opener-policy",
                            "cross-origin-resource-policy",
                            "date",
                            "expires",
                            "referrer-policy",
                            "set-cookie",
                            "x-content-type-options");
        }
    }

    @Test
    void next_positionOverManyVoters_doesNotDependOnWhoWroteIt() {
        try (InMemoryArenaStore store = new InMemoryArenaStore(new Random(1))) {
            store.catalog().apply(catalog());
            // Seed 20261122.
            var battles = Arena.parts(store, "test", InstantSource.fixed(TestArena.NOW), new Random(20261122))
                    .battles();
            int draws = 10_000;
            int first = 0;
            for (int voter = 0; voter < draws; voter++) {
                JudgeId id = store.judges()
                        .put(new JudgeDraft(JudgeKind.HUMAN, "voter-" + voter, ""))
                        .id();
                Optional<ShownBattle> shown = battles.next(id);
                if (shown.orElseThrow().responses().get(0).turns().get(0).equals(TEXT_ONE)) {
                    first++;
                }
            }
            double expected = draws / 2.0;
            double chiSquare = 2 * (first - expected) * (first - expected) / expected;

            assertThat(chiSquare).as("%d of %d first", first, draws).isLessThan(10.83);
        }
    }

    @Test
    void logs_ofWholeVisit_holdNoNameTextCookieOrAddress() {
        PrintStream console = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        TestClient voter;
        String token;
        try (TestArena arena = TestArena.of(catalog())) {
            voter = arena.client();
            token = voter.nextToken();
            Crawl.everything(arena, voter, token);
            voter.vote(token, "k", FIRST);
            arena.store.close();
            VotingTest.assertError(voter.get("/healthz"), 503, "store_unavailable");
        } finally {
            System.setErr(console);
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("ERROR Errors: the database does not answer")
                .doesNotContain(
                        "sentinel", "answer is", "2 + 2", token, voter.cookie().substring(12), "127.0.0.1");
    }
}
