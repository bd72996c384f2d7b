package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.judge.Hash;
import dev.arena.core.judge.http.FakeEndpoint;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.judge.http.FakeEndpoint.Request;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.RunId;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Four contestants of planted strengths before a judge over HTTP that favours the first position and misbehaves in every way: the
 * table of the run recovers the strengths and the bias within their intervals, and every failure and every attempt is counted.
 */
class PlantedStrengthsTest {
    private static final String SEED = "planted-strengths-20261122";
    private static final Map<String, Double> STRENGTHS = Map.of("ann", 0.9, "bob", 0.3, "cat", -0.3, "dan", -0.9);
    private static final double BIAS = 0.6;
    private static final double POINTS = 400 / Math.log(10);
    private static final int PROMPTS = 120;
    private static final int CALLS = PROMPTS * 6 * 2;

    /** What becomes of each question, by its text; further attempts fare alike. */
    private final Map<String, String> fates = new ConcurrentHashMap<>();

    private final Set<String> troubled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger transientErrors = new AtomicInteger();
    private final AtomicInteger hanging = new AtomicInteger();

    private Reply reply(Request request) {
        SplittableRandom random = new SplittableRandom(Hash.seed(SEED, String.join("|", request.texts())));
        double draw = random.nextDouble();
        String fate = draw < 0.05 ? "transient" : draw < 0.15 ? "unparsed" : draw < 0.153 ? "failed" : "good";
        fates.put(request.user(), fate);
        if (fate.equals("transient") && troubled.add(request.user())) {
            transientErrors.incrementAndGet();
            return draw < 0.04 ? new Reply(429, Map.of("Retry-After", "0"), "{}") : Reply.status(503);
        }
        if (fate.equals("failed")) {
            hanging.incrementAndGet();
            return Reply.hanging();
        }
        if (fate.equals("unparsed")) {
            return draw < 0.1 ? Reply.saying("Both are fine, I think.") : Reply.completion("[[A]]", "length");
        }
        if (draw > 0.97) {
            new StopSignal().await(Duration.ofMillis(40));
        }
        double gap = strength(request.texts().get(1)) - strength(request.texts().get(2)) + BIAS;
        return Reply.saying(random.nextDouble() < 1 / (1 + Math.exp(-gap)) ? "Clearly [[A]]" : "Clearly [[B]]");
    }

    private static double strength(String response) {
        return Objects.requireNonNull(STRENGTHS.get(response.substring(0, 3)));
    }

    private long fate(String fate) {
        return fates.values().stream().filter(fate::equals).count();
    }

    @Test
    void run_plantedStrengthsBiasAndFaults_areRecoveredWithinTheirIntervalsAndCountedExactly() {
        try (FakeEndpoint endpoint = new FakeEndpoint(this::reply)) {
            Arena arena = new Arena().with(PROMPTS, "ann", "bob", "cat", "dan");
            RunOutcome outcome = arena.run("""
                name: planted
                schedule: {type: all-pairs}
                judges:
                  - {name: big, type: openai, nudge: false, base_url: "%s", model: m, concurrency: 16, timeout_s: 8,
                     max_retries: 2, price: {input_per_million: 2.5, output_per_million: 10, as_of: 2026-11-01}}
                """.formatted(endpoint.baseUrl()));
            JudgeSummary judge = outcome.summary().judges().get(0);
            assertThat(fates).hasSize(CALLS);
            assertThat(fate("failed")).isPositive();
            assertThat(transientErrors.get()).isBetween(CALLS / 40, CALLS / 10);
            assertThat(judge.abstentions())
                    .isEqualTo(Map.of(
                            AbstentionReason.UNPARSED, fate("unparsed"), AbstentionReason.FAILED, fate("failed")));
            assertThat(judge.votes()).isEqualTo(fate("good") + fate("transient"));
            long paid = CALLS - fate("failed");
            assertThat(hanging.get()).isEqualTo(3 * (int) fate("failed"));
            assertThat((long) endpoint.requests().size()).isEqualTo(paid + transientErrors.get() + hanging.get());
            assertThat(judge.spending())
                    .isEqualTo(new JudgeSummary.Spending(
                            CALLS,
                            endpoint.requests().size(),
                            0,
                            0,
                            0,
                            100 * paid,
                            10 * paid,
                            Math.round(paid * 35.0) / 100_000.0,
                            fate("failed")));
            checkTable(arena, outcome.run().id());
        }
    }

    private static void checkTable(Arena arena, RunId run) {
        VoteFilter filter = new VoteFilter(
                Set.of(), Set.of(), Set.of(), Set.of(), Set.of(run.value()), Set.of(), Set.of(), null, null, Set.of());
        LeaderboardRequest request = LeaderboardRequest.forDatabase().with(filter);
        Leaderboard board = new LeaderboardService(arena.store(), "test").leaderboard(request);
        assertThat(board.rows()).hasSize(4).allSatisfy(row -> {
            double planted = 1000 + POINTS * Objects.requireNonNull(STRENGTHS.get(row.modelName()));
            assertThat(row.ratingLower()).as(row.modelName()).isNotNull().isLessThan(planted);
            assertThat(row.ratingUpper()).as(row.modelName()).isNotNull().isGreaterThan(planted);
        });
        assertThat(board.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.name()).isEqualTo("position");
            assertThat(effect.lower()).isNotNull().isPositive().isLessThan(BIAS);
            assertThat(effect.upper()).isNotNull().isGreaterThan(BIAS);
        });
    }
}
