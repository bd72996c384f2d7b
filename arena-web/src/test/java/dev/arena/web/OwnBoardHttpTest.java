package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A voter's own leaderboard over HTTP, over both stores: own votes only, and no name that was not told. */
class OwnBoardHttpTest {
    private static final String NOTHING =
            "{\"counted\":0,\"needed\":20,\"missing\":20,\"hidden\":0,\"most\":20000,\"cut\":false,\"board\":null}";
    private static final String PATH = "/api/me/leaderboard";
    private static final List<String> VERDICTS = List.of("first", "tie", "second", "both_bad", "first");

    @TempDir
    Path folder;

    private TestArena arena(boolean sqlite) {
        ArenaStore store = sqlite
                ? SqliteArenaStore.open(
                        folder.resolve("arena.db"),
                        new StoreOptions(InstantSource.fixed(TestArena.NOW), new Random(TestArena.SEED)))
                : new InMemoryArenaStore(new Random(TestArena.SEED));
        store.catalog().apply(TestArena.catalog(30, "alpha", "beta"));
        return TestArena.over(store);
    }

    private static void vote(TestClient voter, String study, int votes) {
        for (int number = 0; number < votes; number++) {
            String token = TestClient.json(voter.get("/api/battles/next" + study))
                    .path("battle")
                    .asText();
            String verdict = VERDICTS.get(number % VERDICTS.size());
            HttpResponse<String> stored = voter.vote(token, token, "{\"verdict\":\"" + verdict + "\"}");
            assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        }
    }

    private static JsonNode own(TestClient voter) {
        return TestClient.json(voter.get(PATH));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ownBoard_growsWithOwnVotesOnEveryDevice(boolean sqlite) {
        try (TestArena arena = arena(sqlite)) {
            TestClient laptop = arena.client();
            TestClient phone = arena.client();
            TestClient other = arena.client();
            vote(laptop, "", 12);
            vote(other, "", 25);
            assertThat(laptop.get(PATH).body())
                    .isEqualTo(NOTHING.replace("counted\":0", "counted\":12").replace("missing\":20", "missing\":8"));
            String code = TestClient.json(laptop.send("POST", "/api/me/codes", null))
                    .path("code")
                    .asText();
            phone.postJson("/api/me/claims", "{\"code\":\"" + code + "\"}");
            vote(phone, "", 9);
            String open = phone.nextToken();

            JsonNode board = own(laptop).path("board");
            assertThat(phone.get(PATH).body())
                    .isEqualTo(laptop.get(PATH).body())
                    .doesNotContain("Answer ", "Question ", open);
            assertThat(own(laptop).path("counted").asInt()).isEqualTo(21);
            assertThat(board.path("vote_count").asInt()).isEqualTo(21);
            assertThat(board.path("leaderboard")).hasSize(2);
            for (JsonNode row : board.path("leaderboard")) {
                assertThat(row.path("rating_lower").asDouble())
                        .isLessThan(row.path("rating").asDouble());
                assertThat(row.path("rank_upper").asInt()).isBetween(1, 2);
                assertThat(row.path("wins").asInt()
                                + row.path("losses").asInt()
                                + row.path("ties").asInt()
                                + row.path("both_bad").asInt())
                        .isEqualTo(21);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ownBoard_ofAStudyThatRevealsNothing_namesNobody(boolean sqlite) {
        try (TestArena arena = arena(sqlite)) {
            TestClient admin = arena.admin();
            admin.postJson(
                    "/api/admin/studies",
                    "{\"settings\":{\"key\":\"s\",\"name\":\"Silent\",\"reveal\":\"never\","
                            + "\"voters\":{\"who\":\"anyone\"}}}");
            admin.postJson("/api/admin/studies/s/state", "{\"state\":\"open\"}");
            TestClient voter = arena.client();
            vote(voter, "?study=s", 22);

            String silent = NOTHING.replace("hidden\":0", "hidden\":22");
            assertThat(voter.get(PATH).body()).isEqualTo(silent);
            admin.postJson("/api/admin/studies/s/state", "{\"state\":\"closed\"}");
            assertThat(voter.get(PATH).body()).isEqualTo(silent);
        }
    }

    @Test
    void ownBoard_ofAStranger_isEmptyAndStartsNobody() {
        try (TestArena arena = arena(false)) {
            vote(arena.client(), "", 20);
            HttpResponse<String> answer = arena.client().get(PATH);

            assertThat(answer.body()).isEqualTo(NOTHING);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
    }
}
