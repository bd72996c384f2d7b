package dev.arena.core.judge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.BackOff;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.Opinion;
import dev.arena.core.judge.StoppedException;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.EndpointException;
import dev.arena.core.problem.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A judge's limits before a real server, in a time that passes only by waiting. */
class HttpLimitsTest {
    private final VirtualTime time = new VirtualTime();

    private ActingJudge judge(FakeEndpoint endpoint, String more) {
        return TestJudges.open(TestJudges.openAi(endpoint.baseUrl(), more), time);
    }

    @Test
    void decide_sixtyRequestsAMinute_takesASecondEach() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            ActingJudge judge = judge(endpoint, "rpm: 60");
            for (int i = 0; i < 31; i++) {
                judge.decide(TestJudges.CASE);
            }
            assertThat(time.passed()).isEqualTo(Duration.ofSeconds(30));
        }
    }

    @Test
    void decide_tokensAMinute_countsWhatTheEndpointReports() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            ActingJudge judge = judge(endpoint, "tpm: 6600\nmax_tokens: 5000");
            for (int i = 0; i < 31; i++) {
                judge.decide(TestJudges.CASE);
            }
            // 110 tokens each, as reported, are 60 requests a minute.
            assertThat(time.passed()).isBetween(Duration.ofMillis(29_990), Duration.ofMillis(30_010));
        }
    }

    @Test
    void decide_endpointNeverAnswers_failsTheFirstQuestionsThenEndsTheRun() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.status(503))) {
            ActingJudge judge = judge(endpoint, "max_retries: 1\ngive_up_after_s: 60");
            for (int question = 1; question < Breaker.QUESTIONS; question++) {
                assertThat(judge.decide(TestJudges.CASE).verdict())
                        .isEqualTo(Verdict.abstain(AbstentionReason.FAILED, "HTTP 503: status 503"));
            }
            assertThatThrownBy(() -> judge.decide(TestJudges.CASE))
                    .isInstanceOf(EndpointException.class)
                    .hasMessage(endpoint.baseUrl() + "/chat/completions gave no answer for 60 s (HTTP 503: status 503)."
                            + " What was not answered stays open: go on when it is back. give_up_after_s is how long to"
                            + " wait for it.");
            assertThatThrownBy(() -> judge.decide(TestJudges.CASE)).isInstanceOf(EndpointException.class);
            assertThat(endpoint.requests()).hasSizeBetween(7 + 5, 7 + 9);
            assertThat(time.passed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(150));
        }
    }

    @Test
    void decide_endpointBackAfterAWhile_failsNoQuestionThatWaitedForIt() {
        AtomicInteger down = new AtomicInteger(12);
        try (FakeEndpoint endpoint =
                new FakeEndpoint(request -> down.getAndDecrement() > 0 ? Reply.status(500) : Reply.saying("[[B]]"))) {
            ActingJudge judge = judge(endpoint, "max_retries: 1");
            List<Verdict> verdicts = new ArrayList<>();
            for (int question = 0; question < 6; question++) {
                verdicts.add(judge.decide(TestJudges.CASE).verdict());
            }
            assertThat(verdicts.subList(0, 3)).noneMatch(Verdict::decides);
            assertThat(verdicts.subList(3, 6)).containsOnly(Verdict.second());
        }
    }

    @Test
    void decide_questionThatTakesTooLongInAll_failsBeforeItsRetriesAreUsed() {
        try (FakeEndpoint endpoint = new FakeEndpoint(
                request -> new Reply(503, Map.of("Retry-After", "40"), "{\"error\":{\"message\":\"busy\"}}"))) {
            Opinion opinion =
                    judge(endpoint, "max_retries: 20\ntotal_timeout_s: 100").decide(TestJudges.CASE);
            assertThat(opinion.verdict()).isEqualTo(Verdict.abstain(AbstentionReason.FAILED, "HTTP 503: busy"));
            assertThat(Objects.requireNonNull(opinion.call()).attempts()).isEqualTo(3);
        }
    }

    @Test
    void decide_moreThreadsThanPlaces_neverSendsMoreAtOnce() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch twoInside = new CountDownLatch(2);
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            twoInside.countDown();
            awaitQuietly(twoInside);
            inside.decrementAndGet();
            return Reply.saying("[[A]]");
        })) {
            JudgeSetup setup = TestJudges.openAi(endpoint.baseUrl(), "concurrency: 2\ntimeout_s: 30");
            assertThat(setup.workers()).isEqualTo(4);
            ActingJudge judge = setup.open(
                    new JudgeSetup.World(Map.of("TEST_KEY", "k"), InstantSource.system(), duration -> {}, 1));
            ExecutorService threads = Executors.newFixedThreadPool(6);
            List<Future<Opinion>> opinions = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                opinions.add(threads.submit(() -> judge.decide(TestJudges.CASE)));
            }
            for (Future<Opinion> opinion : opinions) {
                assertThat(opinion.get().verdict()).isEqualTo(Verdict.first());
            }
            threads.shutdown();
            assertThat(most.get()).isEqualTo(2);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void delay_manyDraws_areSpreadByAFactorOfThree() {
        BackOff backOff = new BackOff(3);
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 0; i < 1000; i++) {
            double millis = backOff.delay(3).toMillis();
            least = Math.min(least, millis);
            most = Math.max(most, millis);
        }
        assertThat(least).isBetween(1000.0, 1020.0);
        assertThat(most).isBetween(2980.0, 3000.0);
        assertThat(backOff.delay(60)).isLessThanOrEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void ready_nobodyListens_saysSoAndSendsNothing() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String url = "http://127.0.0.1:" + port + "/v1";
        ActingJudge judge = TestJudges.open(TestJudges.openAi(url, ""), time);
        assertThatThrownBy(judge::ready)
                .isInstanceOf(EndpointException.class)
                .hasMessage(url + "/chat/completions cannot be reached (ConnectException). Nothing was asked."
                        + " Check base_url, and that the server runs.");
    }

    @Test
    void ready_unknownHost_saysSo() {
        ActingJudge judge = TestJudges.open(TestJudges.openAi("http://no-such-host.invalid/v1", ""), time);
        assertThatThrownBy(judge::ready)
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("cannot be reached (UnknownHostException). Nothing was asked.");
    }

    @Test
    void ready_serverThere_sendsNothing() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            judge(endpoint, "").ready();
            assertThat(endpoint.requests()).isEmpty();
        }
    }

    @Test
    void check_judgeAmongTheContestants_isRefusedUnlessAllowed() {
        JudgeSetup setup = TestJudges.openAi("http://127.0.0.1:1/v1", "model: maker/Some-Model");
        setup.check(List.of("another-model", "some"));
        assertThatThrownBy(() -> setup.check(List.of("another-model", "some-model")))
                .isInstanceOf(UsageException.class)
                .hasMessage("judge.yaml:10: field 'model' is 'maker/Some-Model'; allowed: a model that is not among the"
                        + " contestants, since judges favour their own answers. Add 'may_judge_itself: true' to judge"
                        + " 'big' if contestant 'some-model' is meant to be judged by itself.");
        TestJudges.openAi("http://127.0.0.1:1/v1", "may_judge_itself: true").check(List.of("some-model", "x"));
    }

    @Test
    void identity_limitsAndKinship_changeNoVersion() {
        JudgeSetup plain = TestJudges.openAi("http://127.0.0.1:1/v1", "");
        JudgeSetup other = TestJudges.openAi(
                "http://127.0.0.1:2/v1", "rpm: 5\ngive_up_after_s: 9\ntotal_timeout_s: 8\nfamily: makers");
        assertThat(other.identity()).isEqualTo(plain.identity());
        assertThat(other.family()).contains("makers");
        assertThat(plain.family()).isEmpty();
        assertThat(TestJudges.openAi("http://127.0.0.1:1/v1", "seed: 4").identity())
                .isNotEqualTo(plain.identity());
        assertThat(TestJudges.openAi("http://127.0.0.1:1/v1", "extra: {top_k: 1}")
                        .identity())
                .isNotEqualTo(plain.identity());
    }

    @Test
    void decide_endedBySomethingElse_saysHowOftenItWasSent() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.status(request.number() <= 2 ? 500 : 401))) {
            ActingJudge judge = judge(endpoint, "max_retries: 5");
            assertThatThrownBy(() -> judge.decide(TestJudges.CASE))
                    .isInstanceOfSatisfying(
                            EndpointException.class,
                            e -> assertThat(e.attempts()).isEqualTo(3));
        }
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.status(500))) {
            AtomicInteger pauses = new AtomicInteger();
            ActingJudge judge = TestJudges.openAi(endpoint.baseUrl(), "max_retries: 5")
                    .open(new JudgeSetup.World(
                            Map.of("TEST_KEY", "k"),
                            time,
                            duration -> {
                                if (!duration.isZero() && pauses.incrementAndGet() == 2) {
                                    throw new StoppedException();
                                }
                            },
                            1));
            assertThatThrownBy(() -> judge.decide(TestJudges.CASE))
                    .isInstanceOfSatisfying(
                            StoppedException.class,
                            e -> assertThat(e.attempts()).isEqualTo(2));
        }
    }

    @Test
    void decide_errorHiddenIn200_isNamed() {
        String body = "{\"error\":{\"message\":\"no provider for sk-secret\",\"code\":502}}";
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> new Reply(200, Map.of(), body))) {
            Opinion opinion = judge(endpoint, "").decide(TestJudges.CASE);
            assertThat(opinion.verdict())
                    .isEqualTo(Verdict.abstain(
                            AbstentionReason.FAILED, "the endpoint answered 200 with an error: no provider for (key)"));
        }
    }
}
