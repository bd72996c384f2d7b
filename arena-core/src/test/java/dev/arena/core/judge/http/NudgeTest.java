package dev.arena.core.judge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.Opinion;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.Verdict;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An unreadable reply is asked about once more, and once only. */
class NudgeTest {
    private static Opinion ask(FakeEndpoint endpoint) {
        JudgeSetup setup = TestJudges.openAi(endpoint.baseUrl(), "nudge: true\nmax_retries: 0");
        return TestJudges.open(setup, new VirtualTime()).decide(TestJudges.CASE);
    }

    private static Opinion.Call call(Opinion opinion) {
        return Objects.requireNonNull(opinion.call());
    }

    @Test
    void decide_unreadableReply_isAskedAboutOnceAndBothArePaid() {
        try (FakeEndpoint endpoint = new FakeEndpoint(
                request -> Reply.saying(request.number() == 1 ? "The first, I would say." : "[[A]]"))) {
            Opinion opinion = ask(endpoint);
            assertThat(opinion.verdict()).isEqualTo(Verdict.first());
            Opinion.Call call = call(opinion);
            assertThat(call.reply()).isEqualTo("[[A]]");
            assertThat(call.firstReply()).isEqualTo("The first, I would say.");
            assertThat(call.usage()).isEqualTo(new JudgeCall.Usage(200L, 20L));
            assertThat(call.costUsd()).isEqualTo(2 * 0.00035);
            assertThat(call.attempts()).isEqualTo(2);
            JsonNode messages = endpoint.requests().get(1).body().get("messages");
            assertThat(messages).hasSize(4);
            assertThat(messages.get(2).get("role").asText()).isEqualTo("assistant");
            assertThat(messages.get(2).get("content").asText()).isEqualTo("The first, I would say.");
            assertThat(messages.get(3).get("content").asText()).contains("[[A]] [[B]] [[C]] [[D]]");
        }
    }

    @Test
    void decide_unreadableTwice_abstainsWithoutAThirdQuestion() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("Hard to say."))) {
            Opinion opinion = ask(endpoint);
            assertThat(opinion.verdict())
                    .isInstanceOfSatisfying(
                            Verdict.Abstention.class,
                            abstention -> assertThat(abstention.reason()).isEqualTo(AbstentionReason.UNPARSED));
            assertThat(endpoint.requests()).hasSize(2);
        }
    }

    @Test
    void decide_noAnswerToTheNudge_failsAndKeepsWhatWasPaid() {
        try (FakeEndpoint endpoint =
                new FakeEndpoint(request -> request.number() == 1 ? Reply.saying("Hard to say.") : Reply.status(400))) {
            Opinion.Call call = call(ask(endpoint));
            assertThat(call.outcome()).isEqualTo(JudgeCall.Outcome.FAILED);
            assertThat(call.firstReply()).isEqualTo("Hard to say.");
            assertThat(call.costUsd()).isEqualTo(0.00035);
        }
    }

    @Test
    void decide_replyCutOffOrRefused_isNotAskedAbout() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.completion("Well", "length"))) {
            assertThat(call(ask(endpoint)).firstReply()).isNull();
            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @Test
    void decide_endpointRefusesTheNudge_keepsThePaidAnswer() {
        try (FakeEndpoint endpoint =
                new FakeEndpoint(request -> request.number() == 1 ? Reply.saying("Hard to say.") : Reply.status(401))) {
            Opinion.Call call = call(ask(endpoint));
            assertThat(call.outcome()).isEqualTo(JudgeCall.Outcome.UNPARSED);
            assertThat(call.reply()).isEqualTo("Hard to say.");
            assertThat(call.costUsd()).isEqualTo(0.00035);
        }
    }
}
