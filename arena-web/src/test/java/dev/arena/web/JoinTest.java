package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.web.api.ServerRules;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links, roles and second browsers, over HTTP. */
class JoinTest {
    private static final String FIRST = "{\"verdict\":\"first\"}";

    private final TestArena arena = TestArena.of(TestArena.catalog(3, "alpha", "beta"));

    @AfterEach
    void stop() {
        arena.close();
    }

    private static String secret(HttpResponse<String> made) {
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String url = TestClient.json(made).path("url").asText();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static HttpResponse<String> join(TestClient client, String secret) {
        return client.postJson("/api/join", "{\"secret\":\"" + secret + "\"}");
    }

    private String invite(String body) {
        return secret(arena.admin().postJson("/api/admin/invites", body));
    }

    private static HttpResponse<String> claim(TestClient client, String code) {
        return client.postJson("/api/me/claims", "{\"code\":\"" + code + "\"}");
    }

    private static String code(TestClient client) {
        HttpResponse<String> made = client.send("POST", "/api/me/codes", null);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made).path("code").asText();
    }

    @Test
    void me_stranger_isNobodyAndIsNotStarted() {
        TestClient stranger = arena.client();

        assertThat(stranger.get("/api/me").body())
                .isEqualTo("{\"voter\":false,\"roles\":[],\"floor\":true,\"battles_page\":false}");
        assertThat(stranger.cookie()).isEmpty();
        assertThat(arena.store.judges().listJudges()).isEmpty();
    }

    @Test
    void join_administrationLink_makesThisBrowserAnAdministrator() {
        TestClient admin = arena.client();
        String url = arena.server.administrationUrl();

        HttpResponse<String> page = admin.get(url.substring(arena.server.url().length()));
        HttpResponse<String> joined = join(admin, url.substring(url.lastIndexOf('/') + 1));

        assertThat(url).startsWith(arena.server.url() + "/join/").matches(".*/join/[A-Za-z0-9_-]{22}");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(joined.body()).isEqualTo("{\"role\":\"admin\",\"study\":null}");
        assertThat(admin.get("/api/me").body())
                .isEqualTo("{\"voter\":true,\"roles\":[{\"role\":\"admin\",\"study\":null}],\"floor\":true,"
                        + "\"battles_page\":true}");
    }

    @Test
    void join_unknownOrWrongBody_isRefusedAndStartsNobody() {
        TestClient stranger = arena.client();

        VotingTest.assertError(join(stranger, "A".repeat(22)), 404, "unknown_invite");
        VotingTest.assertError(join(stranger, "x' OR 1=1 --"), 404, "unknown_invite");
        VotingTest.assertError(stranger.postJson("/api/join", "{}"), 400, "invalid_value");
        VotingTest.assertError(stranger.postJson("/api/join", "{\"secret\":7}"), 400, "invalid_value");
        VotingTest.assertError(
                stranger.postJson("/api/join", "{\"secret\":\"x\",\"role\":\"admin\"}"), 400, "invalid_value");
        assertThat(stranger.cookie()).isEmpty();
        assertThat(arena.store.judges().listJudges()).isEmpty();
    }

    @Test
    void join_revokedOrUsedUpLink_saysWhatToDo() {
        TestClient admin = arena.admin();
        String once = invite("{\"role\":\"analyst\",\"uses\":1}");
        assertThat(join(arena.client(), once).statusCode()).isEqualTo(200);
        HttpResponse<String> made = admin.postJson("/api/admin/invites", "{\"role\":\"analyst\"}");
        String id = TestClient.json(made).path("id").asText();
        assertThat(admin.send("POST", "/api/admin/invites/" + id + "/end", null).body())
                .isEqualTo("{\"id\":\"" + id + "\",\"ended\":true,\"roles_ended\":0}");

        VotingTest.assertError(join(arena.client(), once), 410, "invite_used_up");
        VotingTest.assertError(join(arena.client(), secret(made)), 410, "invite_ended");
    }

    @Test
    void join_fiftyAtOnceForThreeUses_letsThreeIn() throws Exception {
        String link = invite("{\"role\":\"analyst\",\"uses\":3}");
        int crowd = 50;
        ExecutorService threads = Executors.newFixedThreadPool(crowd);
        CyclicBarrier start = new CyclicBarrier(crowd);
        List<Future<Integer>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < crowd; i++) {
                answers.add(threads.submit(() -> {
                    TestClient client = arena.client();
                    start.await(30, TimeUnit.SECONDS);
                    return join(client, link).statusCode();
                }));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get(30, TimeUnit.SECONDS));
            }
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(3);
            assertThat(statuses).filteredOn(status -> status == 410).hasSize(crowd - 3);
        } finally {
            threads.shutdownNow();
        }
    }

    /** A battle that was open while its voter could see who wrote what takes no vote, also after that. */
    @Test
    void next_whoSeesNames_isRefusedUntilTheRoleIsGivenUp() {
        TestClient voter = arena.client();
        String token = voter.nextToken();
        assertThat(join(voter, invite("{\"role\":\"analyst\"}")).statusCode()).isEqualTo(200);

        VotingTest.assertError(voter.get("/api/battles/next"), 403, "not_blind");
        VotingTest.assertError(voter.vote(token, "k", FIRST), 403, "not_blind");
        assertThat(voter.send("POST", "/api/me/roles/end", null).body())
                .isEqualTo("{\"ended\":[{\"role\":\"analyst\",\"study\":null}]}");
        VotingTest.assertError(voter.vote(token, "k", FIRST), 410, "names_seen");
        JsonNode next = TestClient.json(voter.get("/api/battles/next"));
        assertThat(next.path("battle").asText()).isNotEqualTo(token);
        assertThat(next.at("/progress/voted").asInt()).isZero();
        assertThat(voter.vote(next.path("battle").asText(), "k2", FIRST).statusCode())
                .isEqualTo(201);
        assertThat(TestClient.json(voter.get("/api/leaderboard"))
                        .path("vote_count")
                        .asInt())
                .isEqualTo(1);
    }

    /** The same in a study, whose place for that battle is free for others at once. */
    @Test
    void next_inAStudyAfterNamesWereSeen_isAnotherBattle() {
        TestClient admin = arena.admin();
        String settings = "{\"settings\":{\"key\":\"s\",\"name\":\"S\",\"voters\":{\"who\":\"anyone\"},"
                + "\"votes_per_matchup\":1}}";
        assertThat(admin.postJson("/api/admin/studies", settings).statusCode()).isEqualTo(201);
        admin.postJson("/api/admin/studies/s/state", "{\"state\":\"open\"}");
        TestClient voter = arena.client();
        JsonNode seen = TestClient.json(voter.get("/api/battles/next?study=s"));
        assertThat(TestClient.json(admin.get("/api/admin/studies/s"))
                        .at("/numbers/open_reservations")
                        .asInt())
                .isEqualTo(1);

        join(voter, invite("{\"role\":\"analyst\"}"));
        assertThat(voter.get("/api/battles").statusCode()).isEqualTo(200);
        assertThat(TestClient.json(admin.get("/api/admin/studies/s"))
                        .at("/numbers/open_reservations")
                        .asInt())
                .isZero();
        voter.send("POST", "/api/me/roles/end", null);

        VotingTest.assertError(voter.vote(seen.path("battle").asText(), "k", FIRST), 410, "names_seen");
        List<String> prompts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            JsonNode next = TestClient.json(voter.get("/api/battles/next?study=s"));
            prompts.add(next.at("/prompt/turns/0").asText());
            assertThat(voter.vote(next.path("battle").asText(), "k" + i, FIRST).statusCode())
                    .isEqualTo(201);
        }
        assertThat(prompts).doesNotContain(seen.at("/prompt/turns/0").asText());
        VotingTest.assertError(voter.get("/api/battles/next?study=s"), 404, "no_battles");
        TestClient other = arena.client();
        assertThat(TestClient.json(other.get("/api/battles/next?study=s"))
                        .at("/prompt/turns/0")
                        .asText())
                .isEqualTo(seen.at("/prompt/turns/0").asText());
    }

    @Test
    void claim_inAnotherBrowser_goesOnWithTheSameBattleAndVotes() {
        TestClient phone = arena.client();
        phone.vote(phone.nextToken(), "k", FIRST);
        String token = phone.nextToken();
        TestClient laptop = arena.client();

        HttpResponse<String> claimed =
                claim(laptop, code(phone).toLowerCase(Locale.ROOT).replace('-', ' '));

        assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(200);
        assertThat(claimed.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
        assertThat(laptop.cookie()).isNotEqualTo(phone.cookie());
        assertThat(laptop.get("/api/battles/next").body())
                .isEqualTo(phone.get("/api/battles/next").body());
        assertThat(laptop.vote(token, "k2", FIRST).statusCode()).isEqualTo(201);
        VotingTest.assertError(phone.vote(token, "k3", FIRST), 409, "already_voted");
        assertThat(laptop.get("/api/me/votes").body())
                .isEqualTo(phone.get("/api/me/votes").body());
        assertThat(TestClient.json(phone.get("/api/me/votes")).path("votes")).hasSize(2);
    }

    @Test
    void claim_ofNoUse_isRefusedAndSaysWhy() {
        TestClient phone = arena.client();
        VotingTest.assertError(phone.send("POST", "/api/me/codes", null), 409, "no_voter");
        phone.nextToken();
        String code = code(phone);
        TestClient busy = arena.client();
        busy.vote(busy.nextToken(), "k", FIRST);

        VotingTest.assertError(claim(busy, code), 409, "has_votes");
        VotingTest.assertError(claim(arena.admin(), code), 409, "has_roles");
        VotingTest.assertError(claim(arena.client(), "K7M3-Q9XT"), 404, "unknown_code");
        assertThat(claim(arena.client(), code).statusCode()).isEqualTo(200);
        VotingTest.assertError(claim(arena.client(), code), 404, "unknown_code");
    }

    @Test
    void claim_manyWrongCodes_isSlowedDown() {
        TestClient guesser = arena.client();
        for (int i = 0; i < 60; i++) {
            VotingTest.assertError(claim(guesser, "2222-2222"), 404, "unknown_code");
        }
        VotingTest.assertError(claim(guesser, "2222-2222"), 429, "too_many_attempts");
    }

    @Test
    void ownVotes_ofAVoter_nameOnlyWhatWasRevealed() {
        TestClient voter = arena.client();
        JsonNode first = TestClient.json(voter.vote(voter.nextToken(), "a", FIRST));
        voter.vote(voter.nextToken(), "b", "{\"verdict\":\"skip\"}");
        voter.send("POST", "/api/votes/" + first.path("vote").asText() + "/withdrawal", null);
        TestClient other = arena.client();
        other.nextToken();

        JsonNode votes = TestClient.json(voter.get("/api/me/votes"));

        assertThat(votes.path("next").isNull()).isTrue();
        assertThat(votes.path("votes")).hasSize(2);
        JsonNode withdrawn = votes.path("votes").get(0);
        assertThat(withdrawn.path("withdrawn").asBoolean()).isTrue();
        assertThat(withdrawn.path("verdict").isNull()).isTrue();
        assertThat(withdrawn.path("responses").toString()).contains("alpha", "beta");
        assertThat(withdrawn.path("prompt").asText()).startsWith("Question ");
        JsonNode skipped = votes.path("votes").get(1);
        assertThat(skipped.path("verdict").asText()).isEqualTo("skip");
        assertThat(skipped.path("responses")).isEmpty();
        assertThat(other.get("/api/me/votes").body()).isEqualTo("{\"votes\":[],\"next\":null}");
        VotingTest.assertError(voter.get("/api/me/votes?after=x"), 400, "invalid_value");
    }

    @Test
    void ownData_ofNobody_isAnEmptyFile() {
        HttpResponse<String> answer = arena.client().get("/api/me/data");

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"arena-my-data.json\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body())
                .isEqualTo("{\"exported_at\":\"" + TestArena.NOW + "\",\"voter\":null,\"roles\":[],\"devices\":[],"
                        + "\"decisions\":[],\"battles\":[]}");
    }

    @Test
    void ownData_ofAVoter_isAllThatIsStoredAndNothingOfOthers() {
        TestClient voter = arena.client();
        String first = voter.nextToken();
        String vote = TestClient.json(
                        voter.vote(first, "k1", "{\"verdict\":\"second\",\"reason\":\"clearer\",\"latency_ms\":0}"))
                .path("vote")
                .asText();
        voter.send("POST", "/api/votes/" + vote + "/withdrawal", null);
        voter.vote(voter.nextToken(), "k2", "{\"verdict\":\"skip\",\"reason\":\"cannot_judge\"}");
        String open = voter.nextToken();
        TestClient phone = arena.client();
        assertThat(claim(phone, code(voter)).statusCode()).isEqualTo(200);
        TestClient other = arena.client();
        other.vote(other.nextToken(), "k", FIRST);

        JsonNode data = TestClient.json(voter.get("/api/me/data"));

        assertThat(data.path("voter").asText()).matches("voter-[0-9a-f]{20}");
        assertThat(data.path("devices").toString()).isEqualTo("[{\"linked_at\":\"" + TestArena.NOW + "\"}]");
        assertThat(data.path("battles")).hasSize(3);
        JsonNode shown = data.at("/battles/0");
        assertThat(shown.path("battle").asText()).isEqualTo(first);
        assertThat(shown.path("study").isNull()).isTrue();
        assertThat(shown.path("prompt").asText()).startsWith("Question ");
        assertThat(shown.path("responses").toString()).contains("alpha", "beta");
        assertThat(shown.path("votes")).hasSize(2);
        assertThat(shown.at("/votes/0").toString())
                .isEqualTo("{\"vote\":\"" + vote + "\",\"verdict\":\"second\",\"ranks\":null,\"margin\":null,"
                        + "\"comment\":\"clearer\",\"answers\":null,\"latency_ms\":0,\"cast_at\":\"" + TestArena.NOW
                        + "\"}");
        assertThat(shown.at("/votes/1/verdict").asText()).isEqualTo("withdrawn");
        assertThat(data.at("/battles/1/votes/0/comment").asText()).isEqualTo("cannot_judge");
        assertThat(data.at("/battles/1/responses")).isEmpty();
        assertThat(data.at("/battles/2/battle").asText()).isEqualTo(open);
        assertThat(data.at("/battles/2/votes")).isEmpty();
        assertThat(data.at("/battles/2/responses")).isEmpty();
        assertThat(TestClient.json(phone.get("/api/me/data")).path("voter")).isEqualTo(data.path("voter"));
    }

    @Test
    void floor_closed_takesNoVotesAndShowsBattlesToAll() {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(TestArena.SEED));
        store.catalog().apply(TestArena.catalog(2, "alpha", "beta"));
        TestClient voter;
        String token;
        try (TestArena open = TestArena.over(store, ServerRules.STANDARD);
                TestArena closed = TestArena.over(store, ServerRules.of(false, 1))) {
            voter = open.client();
            token = voter.nextToken();
            TestClient same = closed.client();
            same.useCookie(voter.cookie());

            VotingTest.assertError(same.get("/api/battles/next"), 403, "floor_closed");
            VotingTest.assertError(same.vote(token, "k", FIRST), 403, "floor_closed");
            assertThat(closed.client().get("/api/me").body())
                    .isEqualTo("{\"voter\":false,\"roles\":[],\"floor\":false,\"battles_page\":true}");
        }
    }

    @Test
    void logs_ofInvitationsAndDevices_holdNoSecret() {
        PrintStream console = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        List<String> secrets = new ArrayList<>();
        try (TestArena logged = TestArena.of(TestArena.catalog(1, "alpha", "beta"))) {
            TestClient admin = logged.admin();
            String link = secret(admin.postJson("/api/admin/invites", "{\"role\":\"analyst\"}"));
            TestClient voter = logged.client();
            voter.nextToken();
            String code = code(voter);
            TestClient second = logged.client();
            claim(second, code);
            admin.get("/join/" + link);
            join(second, link);
            secrets.addAll(List.of(link, code, admin.cookie(), voter.cookie(), second.cookie()));
            logged.store.close();
            VotingTest.assertError(join(logged.client(), link), 503, "store_unavailable");
            VotingTest.assertError(claim(logged.client(), code), 503, "store_unavailable");
        } finally {
            System.setErr(console);
        }

        String text = log.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("the database does not answer").doesNotContain("127.0.0.1", "/join/");
        for (String secret : secrets) {
            assertThat(text).doesNotContain(secret.replace("arena_voter=", ""));
        }
    }
}
