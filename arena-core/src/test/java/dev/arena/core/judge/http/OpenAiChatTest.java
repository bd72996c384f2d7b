package dev.arena.core.judge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.Opinion;
import dev.arena.core.judge.StoppedException;
import dev.arena.core.judge.Waiter;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.EndpointException;
import dev.arena.core.problem.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChatTest {
    private final VirtualTime time = new VirtualTime();

    private Opinion ask(FakeEndpoint endpoint, int retries) {
        return judge(endpoint.baseUrl(), retries).decide(TestJudges.CASE);
    }

    private ActingJudge judge(String baseUrl, int retries) {
        return TestJudges.open(TestJudges.openAi(baseUrl, "max_retries: " + retries), time);
    }

    private ActingJudge judge(FakeEndpoint endpoint, String more) {
        return TestJudges.open(TestJudges.openAi(endpoint.baseUrl(), more), time);
    }

    private static JudgeCall.Outcome outcome(Opinion opinion) {
        Opinion.Call call = opinion.call();
        assertThat(call).isNotNull();
        return call == null ? JudgeCall.Outcome.OK : call.outcome();
    }

    @Test
    void decide_tooManyRequests_waitsAsLongAsAskedAndAsksAgain() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request ->
                request.number() == 1 ? new Reply(429, Map.of("Retry-After", "17"), "{}") : Reply.saying("[[B]]"))) {
            Opinion opinion = ask(endpoint, 3);
            assertThat(opinion.verdict()).isEqualTo(Verdict.second());
            assertThat(time.waits()).containsExactly(Duration.ofSeconds(17));
            assertThat(opinion.call())
                    .isNotNull()
                    .extracting(Opinion.Call::attempts)
                    .isEqualTo(2);
        }
    }

    @Test
    void decide_retryAfterAsDate_waitsUntilThen() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> request.number() == 1
                ? new Reply(503, Map.of("Retry-After", "Sun, 22 Nov 2026 10:00:40 GMT"), "")
                : Reply.saying("[[A]]"))) {
            ask(endpoint, 1);
            assertThat(time.waits()).containsExactly(Duration.ofSeconds(40));
        }
    }

    @Test
    void decide_retryAfterOfAnHour_endsTheRunAndLeavesTheCaseOpen() {
        try (FakeEndpoint endpoint = new FakeEndpoint(
                request -> new Reply(429, Map.of("Retry-After", "3600"), "{\"error\":{\"message\":\"quota\"}}"))) {
            assertThatThrownBy(() -> ask(endpoint, 5))
                    .isInstanceOf(EndpointException.class)
                    .hasMessage(endpoint.baseUrl()
                            + "/chat/completions asks to be left alone for 3600 s (HTTP 429: quota). What was not"
                            + " answered stays open: go on then. give_up_after_s is how long to wait for an"
                            + " endpoint.");
            assertThat(endpoint.requests()).hasSize(1);
            assertThat(time.waits()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 529})
    void decide_passingTrouble_asksAgainWithGrowingPausesThenFails(int status) {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.status(status))) {
            Opinion opinion = ask(endpoint, 3);
            assertThat(opinion.verdict())
                    .isEqualTo(Verdict.abstain(AbstentionReason.FAILED, "HTTP " + status + ": status " + status));
            assertThat(outcome(opinion)).isEqualTo(JudgeCall.Outcome.FAILED);
            assertThat(endpoint.requests()).hasSize(4);
            assertThat(time.waits()).hasSize(3);
            for (int i = 0; i < 3; i++) {
                assertThat(time.waits().get(i)).isBetween(Duration.ofMillis(250L << i), Duration.ofMillis(750L << i));
            }
        }
    }

    @Test
    void decide_hangingReply_timesOutAndAsksAgain() {
        try (FakeEndpoint endpoint =
                new FakeEndpoint(request -> request.number() == 1 ? Reply.hanging() : Reply.saying("[[C]]"))) {
            // Short, since it is waited for; long enough for the second reply on a busy machine.
            Opinion opinion = judge(endpoint, "max_retries: 1\ntimeout_s: 3").decide(TestJudges.CASE);
            assertThat(opinion.verdict()).isEqualTo(Verdict.tie());
            assertThat(endpoint.requests()).hasSize(2);
        }
    }

    @Test
    void decide_alwaysHanging_failsWithTheTime() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.hanging())) {
            assertThat(judge(endpoint, "max_retries: 0\ntimeout_s: 0.4")
                            .decide(TestJudges.CASE)
                            .verdict())
                    .isEqualTo(Verdict.abstain(AbstentionReason.FAILED, "no whole reply within 400 ms"));
        }
    }

    @Test
    void decide_brokenConnection_asksAgain() {
        try (FakeEndpoint endpoint =
                new FakeEndpoint(request -> request.number() == 1 ? Reply.broken() : Reply.saying("[[D]]"))) {
            assertThat(ask(endpoint, 1).verdict()).isEqualTo(Verdict.bothBad());
        }
    }

    @Test
    void decide_badRequest_failsWithoutAskingAgain() {
        try (FakeEndpoint endpoint = new FakeEndpoint(
                request -> new Reply(400, Map.of(), "{\"error\":{\"message\":\"no sk-secret here\"}}"))) {
            Opinion opinion = ask(endpoint, 5);
            assertThat(opinion.verdict())
                    .isEqualTo(Verdict.abstain(AbstentionReason.FAILED, "HTTP 400: no (key) here"));
            assertThat(opinion.call())
                    .isNotNull()
                    .satisfies(call -> assertThat(call.reply()).doesNotContain("sk-secret"));
            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 301})
    void decide_hopelessStatus_stopsEverything(int status) {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.status(status))) {
            assertThatThrownBy(() -> ask(endpoint, 5))
                    .isInstanceOf(EndpointException.class)
                    .hasMessageContaining("(HTTP " + status + ")")
                    .hasMessageContaining("Check ")
                    .hasMessageNotContaining("sk-secret");
            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @Test
    void decide_nobodyListens_stopsEverything() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String url = "http://127.0.0.1:" + port + "/v1";
        assertThatThrownBy(() -> judge(url, 2).decide(TestJudges.CASE))
                .isInstanceOf(EndpointException.class)
                .hasMessage(url + "/chat/completions cannot be reached (ConnectException) after 3 attempts."
                        + " Check base_url, and that the server runs.");
    }

    @Test
    void decide_stopWhileWaiting_leavesTheCaseOpen() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.status(500))) {
            Waiter stopping = duration -> {
                if (!duration.isZero()) {
                    throw new StoppedException();
                }
            };
            ActingJudge judge = TestJudges.openAi(endpoint.baseUrl(), "max_retries: 5")
                    .open(new JudgeSetup.World(Map.of("TEST_KEY", "k"), time, stopping, 1));
            assertThatThrownBy(() -> judge.decide(TestJudges.CASE)).isInstanceOf(StoppedException.class);
            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @Test
    void open_keyMissing_saysWhichVariable() {
        JudgeSetup setup = TestJudges.openAi("http://127.0.0.1:1/v1", "");
        assertThatThrownBy(() -> setup.open(new JudgeSetup.World(Map.of(), time, time, 1)))
                .isInstanceOf(UsageException.class)
                .hasMessage("Judge 'big' needs a key in the environment variable TEST_KEY, which is not set."
                        + " Set it, or remove api_key_env if the endpoint needs no key.");
    }

    @Test
    void open_keyWithLineBreakInside_isRefusedWithoutShowingIt() {
        JudgeSetup setup = TestJudges.openAi("http://127.0.0.1:1/v1", "");
        assertThatThrownBy(() -> setup.open(new JudgeSetup.World(Map.of("TEST_KEY", "sk-a\nb"), time, time, 1)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("TEST_KEY")
                .hasMessageNotContaining("sk-a");
    }
}
