package dev.arena.core.judge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.JudgeTemplate;
import dev.arena.core.judge.Opinion;
import dev.arena.core.judge.Price;
import dev.arena.core.judge.StoppedException;
import dev.arena.core.judge.TemplateReader;
import dev.arena.core.judge.Waiter;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.EndpointException;
import dev.arena.core.problem.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChatTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
    private static final JudgeTemplate PAIR = TemplateReader.preset("pair");
    private static final JudgeCase CASE =
            JudgeCase.blind(PromptText.of("What is 2 + 2?"), List.of(ResponseText.of("4"), ResponseText.of("5")), 7);

    /** Waits in no time and remembers how long it would have been. */
    private final List<Duration> waits = new ArrayList<>();

    private final Waiter waiter = duration -> {
        if (!duration.isZero()) {
            waits.add(duration);
        }
    };

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
    void decide_tooManyRequests_waitsAsLongAsAskedAndAsksAgain() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request ->
                request.number() == 1 ? new Reply(429, Map.of("Retry-After", "17"), "{}") : Reply.saying("[[B]]"))) {
            Opinion opinion = ask(endpoint, 3);
            assertThat(opinion.verdict()).isEqualTo(Verdict.second());
            assertThat(waits).containsExactly(Duration.ofSeconds(17));
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
            assertThat(waits).containsExactly(Duration.ofSeconds(40));
        }
    }

    @Test
    void decide_retryAfterOfAnHour_givesUpAtOnce() {
        try (FakeEndpoint endpoint = new FakeEndpoint(
                request -> new Reply(429, Map.of("Retry-After", "3600"), "{\"error\":{\"message\":\"quota\"}}"))) {
            Opinion opinion = ask(endpoint, 5);
            assertThat(opinion.verdict()).isEqualTo(Verdict.abstain(AbstentionReason.FAILED, "HTTP 429: quota"));
            assertThat(endpoint.requests()).hasSize(1);
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
            assertThat(waits).hasSize(3);
            for (int i = 0; i < 3; i++) {
                assertThat(waits.get(i)).isBetween(Duration.ofMillis(250L << i), Duration.ofMillis(750L << i));
            }
        }
    }

    @Test
    void decide_hangingReply_timesOutAndAsksAgain() {
        try (FakeEndpoint endpoint =
                new FakeEndpoint(request -> request.number() == 1 ? Reply.hanging() : Reply.saying("[[C]]"))) {
            assertThat(ask(endpoint, 1).verdict()).isEqualTo(Verdict.tie());
            assertThat(endpoint.requests()).hasSize(2);
        }
    }

    @Test
    void decide_alwaysHanging_failsWithTheTime() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.hanging())) {
            assertThat(ask(endpoint, 0).verdict())
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
        assertThatThrownBy(() -> judge(setup(url, 2)).decide(CASE))
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
            ActingJudge judge = setup(endpoint.baseUrl(), 5)
                    .open(new JudgeSetup.World(Map.of("TEST_KEY", "k"), CLOCK, stopping, 1));
            assertThatThrownBy(() -> judge.decide(CASE)).isInstanceOf(StoppedException.class);
            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @Test
    void open_keyMissing_saysWhichVariable() {
        OpenAiSetup setup = setup("http://127.0.0.1:1/v1", 0);
        assertThatThrownBy(() -> setup.open(new JudgeSetup.World(Map.of(), CLOCK, waiter, 1)))
                .isInstanceOf(UsageException.class)
                .hasMessage("Judge 'big' needs a key in the environment variable TEST_KEY, which is not set."
                        + " Set it, or remove api_key_env if the endpoint needs no key.");
    }

    @Test
    void open_keyWithLineBreakInside_isRefusedWithoutShowingIt() {
        OpenAiSetup setup = setup("http://127.0.0.1:1/v1", 0);
        assertThatThrownBy(() -> setup.open(new JudgeSetup.World(Map.of("TEST_KEY", "sk-a\nb"), CLOCK, waiter, 1)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("TEST_KEY")
                .hasMessageNotContaining("sk-a");
    }

    @Test
    void reserve_sixtyRequestsAMinute_spacesThemByASecond() {
        Pace pace = new Pace(60, null);
        assertThat(pace.reserve(1)).isZero();
        assertThat(pace.reserve(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000));
        assertThat(pace.reserve(1)).isBetween(Duration.ofMillis(1500), Duration.ofMillis(2000));
    }

    @Test
    void reserve_tokensAMinute_waitsForTheLargeQuestionBefore() {
        Pace pace = new Pace(null, 6000);
        pace.reserve(3000);
        assertThat(pace.reserve(100)).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(31));
    }
}
