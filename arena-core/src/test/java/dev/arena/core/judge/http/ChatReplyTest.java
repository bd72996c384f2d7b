package dev.arena.core.judge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.Opinion;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of whatever an endpoint answers with status 200. */
class ChatReplyTest {
    private static Opinion ask(FakeEndpoint endpoint) {
        JudgeSetup setup = TestJudges.openAi(endpoint.baseUrl(), "");
        return TestJudges.open(setup, new VirtualTime()).decide(TestJudges.CASE);
    }

    private static JudgeCall.Outcome outcome(Opinion opinion) {
        Opinion.Call call = opinion.call();
        assertThat(call).isNotNull();
        return call == null ? JudgeCall.Outcome.OK : call.outcome();
    }

    @Test
    void decide_goodReply_givesVerdictUsageAndCost() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("The first is right.\n[[A]]"))) {
            Opinion opinion = ask(endpoint);
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

    @Test
    void decide_absurdTokenCount_isUnknownAndNotAddedUp() {
        String body = "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"[[A]]\"}}],"
                + "\"usage\":{\"prompt_tokens\":1000000000000000000,\"completion_tokens\":10}}";
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> new Reply(200, Map.of(), body))) {
            assertThat(ask(endpoint).call())
                    .isNotNull()
                    .satisfies(call -> assertThat(call.usage()).isEqualTo(new JudgeCall.Usage(null, 10L)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{}", "{\"choices\":[]}", "{\"choices\":[{}]}", "{\"choices\":"})
    void decide_noChatCompletion_failsAndKeepsWhatCame(String body) {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> new Reply(200, Map.of(), body))) {
            Opinion opinion = ask(endpoint);
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
            Opinion opinion = ask(endpoint);
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
            assertThat(ask(endpoint).verdict())
                    .isEqualTo(Verdict.abstain(AbstentionReason.REFUSED, "a content filter stopped it"));
        }
    }

    @Test
    void decide_replyCutOff_isUnparsedEvenWithALabel() {
        try (FakeEndpoint endpoint =
                new FakeEndpoint(request -> Reply.completion("Labels are\n[[A]]\n[[C]]", "length"))) {
            Opinion opinion = ask(endpoint);
            assertThat(opinion.verdict())
                    .isEqualTo(Verdict.abstain(
                            AbstentionReason.UNPARSED, "the reply was cut off at max_tokens; a larger one may help"));
            assertThat(outcome(opinion)).isEqualTo(JudgeCall.Outcome.UNPARSED);
        }
    }

    @Test
    void decide_contentInParts_isJoined() {
        String body = "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"so"
                + " [\"},{\"text\":\"[B]]\"}]}}]}";
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> new Reply(200, Map.of(), body))) {
            Opinion opinion = ask(endpoint);
            assertThat(opinion.verdict()).isEqualTo(Verdict.second());
            assertThat(opinion.call()).isNotNull().satisfies(call -> {
                assertThat(call.usage()).isEqualTo(JudgeCall.Usage.UNKNOWN);
                assertThat(call.costUsd()).isNull();
            });
        }
    }
}
