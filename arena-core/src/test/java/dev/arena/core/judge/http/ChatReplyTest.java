package dev.arena.core.judge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.JudgeTemplate;
import dev.arena.core.judge.Opinion;
import dev.arena.core.judge.Price;
import dev.arena.core.judge.TemplateReader;
import dev.arena.core.judge.Waiter;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of whatever an endpoint answers with status 200. */
class ChatReplyTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
    private static final JudgeTemplate PAIR = TemplateReader.preset("pair");
    private static final JudgeCase CASE =
            JudgeCase.blind(PromptText.of("What is 2 + 2?"), List.of(ResponseText.of("4"), ResponseText.of("5")), 7);

    /** Waits in no time. */
    private final Waiter waiter = duration -> {};

    private OpenAiSetup setup(String baseUrl, int retries) {
        return new OpenAiSetup(
                "big",
                URI.create(baseUrl),
                "TEST_KEY",
                PAIR,
                new OpenAiSetup.Sampling("some-model", 0.0, 64),
                new OpenAiSetup.Limits(1, null, null, retries, Duration.ofMillis(400)),
                new Price(2.5, 10, LocalDate.parse("2026-11-01")),
                false);
    }

    private Opinion ask(FakeEndpoint endpoint, int retries) {
        return judge(setup(endpoint.baseUrl(), retries)).decide(CASE);
    }

    private ActingJudge judge(OpenAiSetup setup) {
        return setup.open(new JudgeSetup.World(Map.of("TEST_KEY", "sk-secret"), CLOCK, waiter, 1));
    }

    private static JudgeCall.Outcome outcome(Opinion opinion) {
        Opinion.Call call = opinion.call();
        assertThat(call).isNotNull();
        return call == null ? JudgeCall.Outcome.OK : call.outcome();
    }

    @Test
    void decide_goodReply_givesVerdictUsageAndCost() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("The first is right.\n[[A]]"))) {
            Opinion opinion = ask(endpoint, 3);
            assertThat(opinion.verdict()).isEqualTo(Verdict.first());
            assertThat(opinion.rationale()).isEqualTo("The first is right.\n[[A]]");
            assertThat(opinion.call()).isNotNull().satisfies(call -> {
                assertThat(call.usage()).isEqualTo(new JudgeCall.Usage(100L, 10L));
                assertThat(call.costUsd()).isEqualTo((100 * 2.5 + 10 * 10) / 1e6);
                assertThat(call.attempts()).isEqualTo(1);
                assertThat(call.key()).hasSize(64);
            });
            FakeEndpoint.Request request = endpoint.requests().get(0);
            assertThat(request.path()).isEqualTo("/v1/chat/completions");
            assertThat(request.headers()).containsEntry("Authorization", "Bearer sk-secret");
            assertThat(request.body().get("model").asText()).isEqualTo("some-model");
            assertThat(request.body().get("temperature").asDouble()).isZero();
            assertThat(request.body().get("max_tokens").asInt()).isEqualTo(64);
            assertThat(request.texts()).containsExactly("What is 2 + 2?", "4", "5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{}", "{\"choices\":[]}", "{\"choices\":[{}]}", "{\"choices\":"})
    void decide_noChatCompletion_failsAndKeepsWhatCame(String body) {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> new Reply(200, Map.of(), body))) {
            Opinion opinion = ask(endpoint, 3);
            assertThat(opinion.verdict())
                    .isEqualTo(Verdict.abstain(
                            AbstentionReason.FAILED, "the endpoint answered 200 without a chat completion"));
            assertThat(opinion.call()).isNotNull().satisfies(call -> {
                assertThat(call.reply()).isEqualTo(body);
                assertThat(call.costUsd()).isNull();
            });
        }
    }

    @Test
    void decide_refusal_isRefused() {
        String body =
                "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":null,\"refusal\":\"I cannot.\"}}]}";
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> new Reply(200, Map.of(), body))) {
            Opinion opinion = ask(endpoint, 3);
            assertThat(opinion.verdict()).isEqualTo(Verdict.abstain(AbstentionReason.REFUSED, "the model refused"));
            assertThat(opinion.call()).isNotNull().satisfies(call -> {
                assertThat(call.reply()).isEqualTo("I cannot.");
                assertThat(call.outcome()).isEqualTo(JudgeCall.Outcome.REFUSED);
            });
        }
    }

    @Test
    void decide_contentFilter_isRefused() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.completion("[[A]]", "content_filter"))) {
            assertThat(ask(endpoint, 3).verdict())
                    .isEqualTo(Verdict.abstain(AbstentionReason.REFUSED, "a content filter stopped it"));
        }
    }

    @Test
    void decide_replyCutOff_isUnparsedEvenWithALabel() {
        try (FakeEndpoint endpoint =
                new FakeEndpoint(request -> Reply.completion("Labels are\n[[A]]\n[[C]]", "length"))) {
            Opinion opinion = ask(endpoint, 3);
            assertThat(opinion.verdict())
                    .isEqualTo(Verdict.abstain(
                            AbstentionReason.UNPARSED, "the reply was cut off at max_tokens; a larger one may help"));
            assertThat(outcome(opinion)).isEqualTo(JudgeCall.Outcome.UNPARSED);
        }
    }

    @Test
    void decide_contentInParts_isJoined() {
        String body =
                "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"so [\"},{\"text\":\"[B]]\"}]}}]}";
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> new Reply(200, Map.of(), body))) {
            Opinion opinion = ask(endpoint, 3);
            assertThat(opinion.verdict()).isEqualTo(Verdict.second());
            assertThat(opinion.call()).isNotNull().satisfies(call -> {
                assertThat(call.usage()).isEqualTo(JudgeCall.Usage.UNKNOWN);
                assertThat(call.costUsd()).isNull();
            });
        }
    }
}
