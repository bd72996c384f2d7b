package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.judge.Hash;
import dev.arena.core.judge.http.FakeEndpoint;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.judge.http.FakeEndpoint.Request;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Verdict;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A whole tournament over HTTP before a judge that favours the first position and misbehaves in every way, with exact counts. */
class PlantedBiasTest {
    private static final double BIAS = 0.6;
    private static final double GAP = 1.0;
    private static final int PROMPTS = 400;
    private static final String SEED = "planted-bias-20261122";

    /** What was done to each question, by the question's text; repeated attempts of one question are answered alike. */
    private final Map<String, String> fates = new ConcurrentHashMap<>();

    private final AtomicInteger retried = new AtomicInteger();
    private final Set<String> seenTroubled = ConcurrentHashMap.newKeySet();

    private Reply reply(Request request) {
        String question = request.user();
        SplittableRandom random = new SplittableRandom(Hash.seed(SEED, String.join("|", request.texts())));
        double draw = random.nextDouble();
        boolean firstTime = seenTroubled.add(question);
        if (draw < 0.06 && firstTime) {
            retried.incrementAndGet();
            return trouble(draw);
        }
        if (draw > 0.9) {
            return malformed(question, draw);
        }
        fates.put(question, "good");
        double strength = request.texts().get(1).startsWith("strong") ? GAP : -GAP;
        boolean first = random.nextDouble() < 1 / (1 + Math.exp(-(strength + BIAS)));
        return Reply.saying("Both have merits.\n" + (first ? "[[A]]" : "[[B]]")).after(draw > 0.85 ? 30 : 0);
    }

    /** 5 % are 429 and 5xx; of the rest some break off and some never end. */
    private static Reply trouble(double draw) {
        if (draw < 0.05) {
            return draw < 0.025 ? new Reply(429, Map.of("Retry-After", "0"), "{}") : Reply.status(503);
        }
        return draw < 0.057 ? Reply.broken() : Reply.hanging();
    }

    private Reply malformed(String question, double draw) {
        if (draw > 0.97) {
            fates.put(question, "refused");
            return Reply.completion("", "content_filter");
        }
        if (draw > 0.95) {
            fates.put(question, "failed");
            return new Reply(400, Map.of(), "{\"error\":{\"message\":\"context length\"}}");
        }
        fates.put(question, "unparsed");
        return draw > 0.925 ? Reply.saying("Hard to say, maybe a tie.") : Reply.completion("[[C]]", "length");
    }

    private long fate(String fate) {
        return fates.values().stream().filter(fate::equals).count();
    }

    @Test
    void run_judgeWithPlantedBiasAndFaults_isSeenThroughAndCountedExactly() {
        try (FakeEndpoint endpoint = new FakeEndpoint(this::reply)) {
            Arena arena = new Arena().with(PROMPTS, "strong", "weak");
            RunOutcome outcome = arena.run("""
                name: planted
                schedule: {type: all-pairs}
                judges:
                  - {name: big, type: openai, nudge: false, base_url: "%s", model: m, concurrency: 8, timeout_s: 8,
                     api_key_env: TEST_KEY,
                     price: {input_per_million: 2.5, output_per_million: 10, as_of: 2026-11-01}}
                """.formatted(endpoint.baseUrl()));
            JudgeSummary judge = outcome.summary().judges().get(0);
            assertThat(fates).hasSize(2 * PROMPTS);
            assertThat(endpoint.requests()).hasSize(2 * PROMPTS + retried.get());
            assertThat(retried.get()).isGreaterThan(30);
            assertThat(judge.abstentions())
                    .containsEntry(AbstentionReason.UNPARSED, fate("unparsed"))
                    .containsEntry(AbstentionReason.REFUSED, fate("refused"))
                    .containsEntry(AbstentionReason.FAILED, fate("failed"))
                    .hasSize(3);
            assertThat(judge.votes()).isEqualTo(fate("good"));
            assertThat(judge.ties()).isZero();
            checkLedger(judge);
            checkBias(judge);
            assertThat(arena.votes()).allSatisfy(PlantedBiasTest::hasNoTie);
        }
    }

    private void checkLedger(JudgeSummary judge) {
        long paid = 2L * PROMPTS - fate("failed");
        assertThat(judge.spending())
                .isEqualTo(new JudgeSummary.Spending(
                        2L * PROMPTS,
                        2L * PROMPTS + retried.get(),
                        0,
                        0,
                        0,
                        100 * paid,
                        10 * paid,
                        paid * 0.00035,
                        fate("failed")));
    }

    /** The share of the first position is what the planted bias makes of it, within four standard errors. */
    private static void checkBias(JudgeSummary judge) {
        double expected = (logistic(GAP + BIAS) + logistic(-GAP + BIAS)) / 2;
        double share = (double) judge.position().first() / judge.position().decisive();
        double error = Math.sqrt(expected * (1 - expected) / judge.position().decisive());
        assertThat(share).as(SEED).isBetween(expected - 4 * error, expected + 4 * error);
        assertThat(share).as("biased at all").isGreaterThan(0.5 + 2 * error);
        double agree =
                logistic(GAP + BIAS) * (1 - logistic(-GAP + BIAS)) + (1 - logistic(GAP + BIAS)) * logistic(-GAP + BIAS);
        double consistent =
                (double) judge.position().consistent() / judge.position().compared();
        double spread = Math.sqrt(agree * (1 - agree) / judge.position().compared());
        assertThat(consistent).as(SEED).isBetween(agree - 4 * spread, agree + 4 * spread);
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static void hasNoTie(CastVote cast) {
        assertThat(cast.vote().verdict()).isNotIn(Verdict.tie(), Verdict.bothBad());
    }
}
