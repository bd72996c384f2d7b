package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.judge.http.FakeEndpoint;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.Run;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.EndpointException;
import dev.arena.core.problem.UsageException;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.CatalogBatch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunnerTest {
    private static final String METRICS = """
            name: metrics
            schedule: {type: all-pairs}
            judges:
              - {name: chrf, type: metric, metric: chrf}
              - {name: rouge, type: metric, metric: rouge-l}
            """;

    private static long distinctQuestions(FakeEndpoint endpoint) {
        return endpoint.requests().stream()
                .map(FakeEndpoint.Request::body)
                .distinct()
                .count();
    }

    @Test
    void run_severalJudges_voteOnTheSameStoredBattles() {
        Arena arena = new Arena().with(3, "a", "b", "c");
        RunOutcome outcome = arena.run(METRICS);
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(outcome.summary().open()).isZero();
        assertThat(arena.votes()).hasSize(3 * 3 * 2 * 2);
        assertThat(arena.store().battles().listOfRun(outcome.run().id())).hasSize(3 * 3 * 2);
        assertThat(outcome.summary().judges()).hasSize(2).allSatisfy(judge -> {
            assertThat(judge.votes()).isEqualTo(18);
            assertThat(judge.position().compared()).isEqualTo(9);
            assertThat(judge.position().consistent()).isEqualTo(9);
            assertThat(judge.spending()).isNull();
        });
    }

    @Test
    void run_again_storesNothingMore() {
        Arena arena =
                new Arena().with(3, "a", "b", "c").respond("p1", "a", "same").respond("p1", "b", "same");
        RunOutcome first = arena.run(METRICS);
        long votes = arena.store().votes().count();
        RunOutcome second = arena.run(METRICS);
        assertThat(second.run().id()).isEqualTo(first.run().id());
        assertThat(arena.store().votes().count()).isEqualTo(votes);
        assertThat(second.summary()).isEqualTo(first.summary());
    }

    @Test
    void run_anyNumberOfThreads_writesTheSameLog() {
        List<String> one = log(METRICS.replace("metric: chrf", "metric: chrf, concurrency: 1"));
        List<String> many = log(METRICS.replace("metric: chrf", "metric: chrf, concurrency: 16"));
        assertThat(one).isEqualTo(many).hasSize(40 * 6 * 2 * 2);
    }

    private static List<String> log(String yaml) {
        Arena arena = new Arena().with(40, "a", "b", "c", "d");
        arena.run(yaml);
        return arena.votes().stream()
                .map(cast -> cast.judge().name()
                        + cast.battle().draft().origin().key()
                        + cast.vote().verdict()
                        + cast.vote().draft().rationale())
                .toList();
    }

    @Test
    void run_identicalResponses_areTiedByTheRuleWithoutAsking() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            Arena arena =
                    new Arena().with(2, "a", "b").respond("p1", "a", "same").respond("p1", "b", "same");
            RunOutcome outcome = arena.run(Arena.asking(endpoint, ""));
            assertThat(endpoint.requests()).hasSize(2);
            assertThat(outcome.summary().identical()).isEqualTo(1);
            List<CastVote> ties = arena.votes().stream()
                    .filter(cast -> cast.judge().kind() == JudgeKind.RULE)
                    .toList();
            assertThat(ties).hasSize(1).allSatisfy(cast -> {
                assertThat(cast.vote().verdict()).isEqualTo(Verdict.tie());
                assertThat(cast.battle().draft().origin().run())
                        .isEqualTo(outcome.run().id());
            });
        }
    }

    @Test
    void run_endpointDiesInTheMiddle_keepsWhatWasAnsweredAndGoesOn() {
        AtomicBoolean dead = new AtomicBoolean();
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> {
            if (request.number() == 8) {
                dead.set(true);
            }
            return dead.get() ? Reply.status(401) : Reply.saying("[[A]]");
        })) {
            Arena arena = new Arena().with(5, "a", "b", "c");
            assertThatThrownBy(() -> arena.run(Arena.asking(endpoint, ""))).isInstanceOf(EndpointException.class);
            assertThat(arena.store().votes().count()).isEqualTo(7);
            dead.set(false);
            RunOutcome outcome = arena.run(Arena.asking(endpoint, ""));
            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(endpoint.requests()).hasSize(5 * 3 * 2 + 1);
            assertThat(distinctQuestions(endpoint)).isEqualTo(30);
        }
    }

    @Test
    void run_stopped_finishesWhatIsInFlightAndGoesOnLater() {
        StopSignal stop = new StopSignal();
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> {
            if (request.number() == 4) {
                stop.request();
            }
            return Reply.saying("[[B]]");
        })) {
            Arena arena = new Arena().with(5, "a", "b");
            RunOutcome stopped = arena.run(Arena.asking(endpoint, ""), stop);
            assertThat(stopped.ending()).isEqualTo(RunOutcome.Ending.STOPPED);
            assertThat(stopped.summary().open()).isEqualTo(6);
            assertThat(arena.store().votes().count()).isEqualTo(4);
            assertThat(arena.run(Arena.asking(endpoint, "")).ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(endpoint.requests()).hasSize(10);
        }
    }

    @Test
    void retry_asksAgainOnlyWhatFailed() {
        AtomicBoolean mended = new AtomicBoolean();
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> {
            if (mended.get() || request.number() > 3) {
                return Reply.saying("[[A]]");
            }
            return switch (request.number()) {
                case 1 -> Reply.status(500);
                case 2 -> Reply.saying("no label");
                default -> Reply.completion("", "content_filter");
            };
        })) {
            Arena arena = new Arena().with(5, "a", "b");
            RunOutcome before = arena.run(Arena.asking(endpoint, ""));
            assertThat(before.summary().failures()).isEqualTo(3);
            assertThat(before.summary().judges().get(0).abstentions())
                    .containsEntry(AbstentionReason.FAILED, 1L)
                    .containsEntry(AbstentionReason.UNPARSED, 1L)
                    .containsEntry(AbstentionReason.REFUSED, 1L);
            assertThat(before.summary().judges().get(0).ties()).isZero();
            assertThat(arena.run(Arena.asking(endpoint, "")).summary()).isEqualTo(before.summary());
            assertThat(endpoint.requests()).hasSize(10);
            mended.set(true);
            RunOutcome after = arena.retry(Arena.asking(endpoint, ""));
            assertThat(endpoint.requests()).hasSize(13);
            assertThat(after.summary().failures()).isZero();
            assertThat(after.summary().judges().get(0).votes()).isEqualTo(10);
            assertThat(arena.votes().stream().filter(cast -> cast.vote().supersedes() != null))
                    .hasSize(3);
        }
    }

    @Test
    void run_missingKey_isRefusedBeforeTheFirstCall() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            Arena arena = new Arena().with(2, "a", "b");
            String yaml = Arena.asking(endpoint, "").replace("model: m", "model: m\n    api_key_env: NO_SUCH_KEY");
            assertThatThrownBy(() -> arena.run(yaml))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("NO_SUCH_KEY");
            assertThat(endpoint.requests()).isEmpty();
        }
    }

    @Test
    void run_templateNeedsAReferenceThatIsMissing_abstainsWithoutACall() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            Arena arena = new Arena().with(1, "a", "b");
            arena.store()
                    .catalog()
                    .apply(new CatalogBatch(
                            List.of(),
                            List.of(new CatalogBatch.NewPrompt(
                                    new CatalogBatch.Origin("test", 1), "bare", PromptText.of("No reference"))),
                            List.of()));
            arena.respond("bare", "a", "x").respond("bare", "b", "y");
            String yaml = Arena.asking(
                            endpoint, "templates: {ref: {user: '{{reference}} {{response_1}} {{response_2}}'}}")
                    .replace("model: m", "model: m\n    template: ref");
            RunOutcome outcome = arena.run(yaml);
            assertThat(endpoint.requests()).hasSize(2);
            assertThat(outcome.summary().judges().get(0).abstentions())
                    .containsExactly(Map.entry(AbstentionReason.NOT_APPLICABLE, 2L));
            assertThat(outcome.summary().failures()).isZero();
            assertThat(arena.run(yaml).summary()).isEqualTo(outcome.summary());
        }
    }

    @Test
    void run_scriptedJudge_isSimulatedAndItsBiasIsSeen() {
        Arena arena = new Arena().with(300, "strong", "weak");
        RunOutcome outcome = arena.run("""
                name: planted
                schedule: {type: all-pairs}
                judges:
                  - {name: s, type: scripted, position_bias: 1.5, strengths: {strong: 0.5, weak: 0}}
                """);
        JudgeSummary judge = outcome.summary().judges().get(0);
        assertThat(judge.judge().kind().simulated()).isTrue();
        double expected = (1 / (1 + Math.exp(-2.0)) + 1 / (1 + Math.exp(-1.0))) / 2;
        assertThat((double) judge.position().first() / judge.position().decisive())
                .isBetween(expected - 0.04, expected + 0.04);
        assertThat(judge.position().consistent()).isLessThan(judge.position().compared());
    }

    @Test
    void run_progress_tellsDoneFailedAndCached() {
        Arena arena = new Arena().with(2, "a", "b");
        Plan plan = arena.plan(METRICS);
        Run run = arena.enter(plan).run();
        StringBuilder seen = new StringBuilder();
        Progress.Display display = (title, total) -> new Progress() {
            @Override
            public void advance(long by) {
                seen.append('+');
            }

            @Override
            public void note(String text) {
                if (seen.indexOf(text) < 0) {
                    seen.append(text);
                }
            }

            @Override
            public void close() {
                seen.append(" of ").append(total).append(' ').append(title).append(';');
            }
        };
        arena.runner().run(plan, run, new Runner.Controls(new StopSignal(), display));
        arena.runner().run(plan, run, new Runner.Controls(new StopSignal(), display));
        assertThat(seen.toString())
                .isEqualTo("0 failed, 0 cached++++++++ of 8 judging;0 failed, 8 cached of 0 judging;");
    }

    @Test
    void run_tokens_areAllDifferent() {
        Arena arena = new Arena().with(20, "a", "b", "c");
        RunOutcome outcome = arena.run(METRICS);
        Set<String> tokens = arena.store().battles().listOfRun(outcome.run().id()).stream()
                .map(battle -> battle.token())
                .collect(Collectors.toSet());
        assertThat(tokens).hasSize(120);
    }

    @Test
    void run_endpointRefusesOneCall_endsTheWaitsOfTheOthers() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> {
            if (request.number() == 1) {
                return new Reply(429, Map.of("Retry-After", "250"), "{}");
            }
            return Reply.status(401);
        })) {
            Arena arena = new Arena().with(5, "a", "b");
            String yaml = Arena.asking(endpoint, "")
                    .replace("concurrency: 1", "concurrency: 2")
                    .replace("max_retries: 0", "max_retries: 3");
            assertThatThrownBy(() -> arena.run(yaml)).isInstanceOf(EndpointException.class);
            assertThat(arena.store().votes().count()).isZero();
        }
    }
}
