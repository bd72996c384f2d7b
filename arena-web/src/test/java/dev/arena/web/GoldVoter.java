package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Seat;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Somebody who votes for {@code beta} in a study half of whose battles are gold, where {@code alpha} is right. */
final class GoldVoter {
    private final TestArena arena;
    private final TestClient browser;

    private GoldVoter(TestArena arena, TestClient browser) {
        this.arena = arena;
        this.browser = browser;
    }

    /**
     * Opens a study over an arena's prompts {@code p1…} and votes in it.
     *
     * @return the voter's name
     */
    static Judge vote(TestArena arena, int votes) {
        TestClient admin = arena.admin();
        String items = IntStream.rangeClosed(1, votes)
                .mapToObj(p -> "{\"prompt\":\"p" + p + "\",\"responses\":[\"alpha\",\"beta\"],\"expected\":\"first\"}")
                .collect(Collectors.joining(","));
        HttpResponse<String> made = admin.postJson(
                "/api/admin/studies",
                "{\"settings\":{\"key\":\"gold\",\"name\":\"Gold\",\"voters\":{\"who\":\"anyone\"},"
                        + "\"gold\":{\"share\":0.5,\"items\":[" + items + "]}}}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(admin.postJson("/api/admin/studies/gold/state", "{\"state\":\"open\"}")
                        .statusCode())
                .isEqualTo(200);
        GoldVoter voter = new GoldVoter(arena, arena.client());
        for (int i = 0; i < votes; i++) {
            voter.voteForBeta("k" + i);
        }
        return arena.store.judges().listJudges().stream()
                .filter(judge -> judge.kind() == JudgeKind.HUMAN)
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private void voteForBeta(String key) {
        JsonNode battle = TestClient.json(browser.get("/api/battles/next?study=gold"));
        String token = battle.path("battle").asText();
        List<ContestantId> seats = arena.store.battles().findByToken(token).orElseThrow().seats().stream()
                .map(Seat::contestant)
                .toList();
        ContestantId beta = arena.store.catalog().listContestants().stream()
                .filter(contestant -> contestant.name().equals("beta"))
                .map(Contestant::id)
                .findFirst()
                .orElseThrow();
        String verdict = seats.get(0).equals(beta) ? "first" : "second";
        HttpResponse<String> stored = browser.vote(token, key, "{\"verdict\":\"" + verdict + "\"}");
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
    }
}
