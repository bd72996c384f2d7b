package dev.arena.core.judge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.ChatModel;
import dev.arena.core.judge.Opinion;
import dev.arena.core.judge.Question;
import dev.arena.core.judge.TokenChoices;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.EndpointException;
import dev.arena.core.problem.UsageException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to the two kinds of endpoints and what is read from their replies. */
class DialectTest {
    private static final Question QUESTION = new Question("Judge.", "Which?");

    private static JsonNode sent(Dialect dialect, Sampling sampling, Question question) {
        return Objects.requireNonNull(Dialect.tree(dialect.request(sampling, question)));
    }

    private static Sampling sampling(int topTokens) {
        return new Sampling(
                "m", 0.5, new Sampling.Length(64, "max_tokens"), 9L, topTokens, Dialect.MAPPER.createObjectNode());
    }

    @Test
    void request_openAiWithTokens_asksForAlternatives() {
        JsonNode body = sent(new OpenAiDialect(), sampling(5), QUESTION);
        assertThat(body.get("logprobs").asBoolean()).isTrue();
        assertThat(body.get("top_logprobs").asInt()).isEqualTo(5);
        assertThat(body.get("seed").asInt()).isEqualTo(9);
        assertThat(sent(new OpenAiDialect(), sampling(0), QUESTION).has("logprobs"))
                .isFalse();
    }

    @Test
    void reply_openAiWithTokens_keepsAlternativesAndTheModelThatAnswered() {
        ChatModel.Answer answer = new OpenAiDialect().reply("""
            {"model": "m-2026-10-01", "choices": [{"finish_reason": "stop", "message": {"content": "B"},
             "logprobs": {"content": [{"token": "B", "logprob": -0.2, "top_logprobs": [
               {"token": "B", "logprob": -0.2, "bytes": [66]}, {"token": "A", "logprob": -1.7},
               {"token": "?"}]}]}}]}
            """, 1);
        assertThat(answer.model()).isEqualTo("m-2026-10-01");
        assertThat(answer.tokens())
                .containsExactly(new TokenChoices(
                        "B", List.of(new TokenChoices.Choice("B", -0.2), new TokenChoices.Choice("A", -1.7))));
    }

    @Test
    void request_extraKeys_arePassedThroughAsTheyAre() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            TestJudges.open(
                            TestJudges.openAi(
                                    endpoint.baseUrl(),
                                    "max_tokens_key: max_completion_tokens\n"
                                            + "extra: {top_k: 1, top_p: 0.25, stop: [a, 'b'], deep: {on: true, off:"
                                            + " null}}"),
                            new VirtualTime())
                    .decide(TestJudges.CASE);
            JsonNode body = endpoint.requests().get(0).body();
            assertThat(body.get("top_k")).hasToString("1");
            assertThat(body.get("top_p")).hasToString("0.25");
            assertThat(body.get("stop")).hasToString("[\"a\",\"b\"]");
            assertThat(body.get("deep")).hasToString("{\"on\":true,\"off\":null}");
            assertThat(body.get("max_completion_tokens").asInt()).isEqualTo(64);
            assertThat(body.has("max_tokens")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream: true", "model: x", "n: 3"})
    void read_extraKeyThatTheJudgeSets_isRefused(String extra) {
        String key = extra.substring(0, extra.indexOf(':'));
        assertThatThrownBy(() -> TestJudges.openAi("http://127.0.0.1:1/v1", "extra: {" + extra + "}"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "judge.yaml:11: field 'extra' is 'a value for " + key + "'; allowed: keys that the judge does"
                                + " not set itself. Use the judge's own"
                                + " keys for what they can say; replies"
                                + " are never streamed.");
    }

    private static ActingJudge anthropic(FakeEndpoint endpoint, VirtualTime time, String more) {
        return TestJudges.open(TestJudges.read(new AnthropicType(), endpoint.baseUrl(), more), time);
    }

    @Test
    void decide_anthropic_sendsItsHeadersAndSystemApart() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.message("So [[B]]", "end_turn"))) {
            Opinion opinion = anthropic(endpoint, new VirtualTime(), "").decide(TestJudges.CASE);
            assertThat(opinion.verdict()).isEqualTo(Verdict.second());
            Opinion.Call call = Objects.requireNonNull(opinion.call());
            assertThat(call.usage()).isEqualTo(new JudgeCall.Usage(107L, 10L));
            assertThat(call.costUsd()).isEqualTo((107 * 2.5 + 10 * 10) / 1e6);
            assertThat(call.model()).isEqualTo("claude-x");
            FakeEndpoint.Request request = endpoint.requests().get(0);
            assertThat(request.path()).isEqualTo("/v1/messages");
            assertThat(request.headers())
                    .containsEntry("X-api-key", "sk-secret")
                    .containsEntry("Anthropic-version", "2023-06-01")
                    .doesNotContainKey("Authorization");
            assertThat(request.body().get("system").asText()).contains("untrusted");
            assertThat(request.body().get("messages")).hasSize(1);
            assertThat(request.body().get("max_tokens").asInt()).isEqualTo(64);
            assertThat(request.texts()).containsExactly("What is 2 + 2?", "4", "5");
        }
    }

    @Test
    void decide_anthropicNudged_keepsTheTurnsInOrder() {
        try (FakeEndpoint endpoint =
                new FakeEndpoint(request -> Reply.message(request.number() == 1 ? "Hm." : "[[A]]", "end_turn"))) {
            Opinion opinion =
                    anthropic(endpoint, new VirtualTime(), "nudge: true").decide(TestJudges.CASE);
            assertThat(opinion.verdict()).isEqualTo(Verdict.first());
            JsonNode messages = endpoint.requests().get(1).body().get("messages");
            assertThat(messages.findValuesAsText("role")).containsExactly("user", "assistant", "user");
        }
    }

    @ParameterizedTest
    @CsvSource({"max_tokens, UNPARSED", "model_context_window_exceeded, UNPARSED", "refusal, REFUSED"})
    void decide_anthropicStopReason_isAnAbstention(String reason, AbstentionReason expected) {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.message("[[A]]", reason))) {
            assertThat(anthropic(endpoint, new VirtualTime(), "")
                            .decide(TestJudges.CASE)
                            .verdict())
                    .isInstanceOfSatisfying(
                            Verdict.Abstention.class,
                            abstention -> assertThat(abstention.reason()).isEqualTo(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 529})
    void decide_anthropicOverloaded_waitsAsAskedAndAsksAgain(int status) {
        VirtualTime time = new VirtualTime();
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> request.number() == 1
                ? new Reply(status, Map.of("retry-after", "13"), "{\"type\":\"error\"}")
                : Reply.message("[[A]]", "end_turn"))) {
            assertThat(anthropic(endpoint, time, "").decide(TestJudges.CASE).verdict())
                    .isEqualTo(Verdict.first());
            assertThat(time.waits()).containsExactly(Duration.ofSeconds(13));
        }
    }

    @Test
    void decide_anthropicErrors_sayTheirMessageOrEndTheRun() {
        String body = "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"too long\"}}";
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> new Reply(400, Map.of(), body))) {
            assertThat(anthropic(endpoint, new VirtualTime(), "")
                            .decide(TestJudges.CASE)
                            .verdict())
                    .isEqualTo(Verdict.abstain(AbstentionReason.FAILED, "HTTP 400: too long"));
        }
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> new Reply(401, Map.of(), body))) {
            ActingJudge judge = anthropic(endpoint, new VirtualTime(), "");
            assertThatThrownBy(() -> judge.decide(TestJudges.CASE)).isInstanceOf(EndpointException.class);
        }
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            assertThat(anthropic(endpoint, new VirtualTime(), "")
                            .decide(TestJudges.CASE)
                            .verdict())
                    .isEqualTo(Verdict.abstain(AbstentionReason.FAILED, "the endpoint answered 200 without a message"));
        }
    }

    @Test
    void read_anthropicWithKeysOfTheOther_areRefused() {
        assertThatThrownBy(() -> TestJudges.read(new AnthropicType(), "http://127.0.0.1:1/v1", "seed: 1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("found 'seed'");
        assertThatThrownBy(() -> TestJudges.read(new AnthropicType(), "http://127.0.0.1:1/v1", "temperature: 1.5"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("allowed: a number from 0 to 1");
    }
}
