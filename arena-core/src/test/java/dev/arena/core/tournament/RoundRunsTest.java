package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.judge.Hash;
import dev.arena.core.judge.http.FakeEndpoint;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.model.Battle;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.RunRound;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of schedules in rounds, and of schedules that a stop rule ends. */
class RoundRunsTest {
    private static final long SEED = 20261122;
    private static final String SCRIPTED = """
        judges:
          - {name: s, type: scripted, strengths: {c00: -1.5, c01: -0.9, c02: -0.3, c03: 0.3, c04: 0.9, c05: 1.5}}
        """;

    private static Arena arena(int prompts) {
        return new Arena().with(prompts, SchedulesTest.names(6));
    }

    private static String scripted(String schedule, String more) {
        return "name: t\nschedule: " + schedule + "\n" + SCRIPTED + more;
    }

    /** What was said on which battle. */
    private static Map<String, String> verdicts(Arena arena) {
        Map<String, String> verdicts = new TreeMap<>();
        for (CastVote cast : arena.votes()) {
            verdicts.put(
                    cast.battle().draft().origin().key() + " " + cast.judge().name(),
                    cast.vote().verdict().toString());
        }
        return verdicts;
    }

    @Test
    void run_swiss_storesEachRoundBeforeItIsJudgedAndPlaysThemAll() {
        Arena arena = arena(8);
        RunOutcome outcome = arena.run(scripted("{type: swiss, rounds: 3}", ""));
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(outcome.why()).isEqualTo("ended after 144 battles: all 3 rounds were played");
        assertThat(outcome.summary().open()).isZero();
        assertThat(arena.store().runs().listRounds(outcome.run().id()))
                .extracting(RunRound::round, RunRound::battles)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 48),
                        org.assertj.core.groups.Tuple.tuple(2, 48),
                        org.assertj.core.groups.Tuple.tuple(3, 48));
        assertThat(arena.votes()).hasSize(144);
        Map<String, String> before = verdicts(arena);
        RunOutcome again = arena.run(scripted("{type: swiss, rounds: 3}", ""));
        assertThat(again.run()).isEqualTo(outcome.run());
        assertThat(again.why()).isEqualTo(outcome.why());
        assertThat(verdicts(arena)).isEqualTo(before);
    }

    @Test
    void run_adaptive_storesTheProbabilityOfEveryPick() {
        Arena arena = arena(20);
        RunOutcome outcome = arena.run(scripted("{type: adaptive, batch: 20, pairs: 60}", "orders: random\n"));
        List<Battle> battles = arena.store().battles().listOfRun(outcome.run().id());
        assertThat(battles).hasSize(60).allSatisfy(battle -> {
            assertThat(battle.draft().pickProbability()).isNotNull().isBetween(0.006, 1.0);
            assertThat(PlannedBattle.of(battle).key())
                    .isEqualTo(battle.draft().origin().key());
        });
        assertThat(arena.store().runs().listRounds(outcome.run().id())).hasSize(3);
        PlanReport report = PlanReport.of(
                arena.plan(scripted("{type: adaptive, batch: 20, pairs: 60}", "orders: random\n")), arena.store());
        assertThat(report.rounds()).isEqualTo(new PlanReport.Rounds(3, 60, 60));
        assertThat(report.judges().get(0).stored()).isEqualTo(60);
        assertThat(report.judges().get(0).open()).isZero();
        assertThat(report.links().components()).isEqualTo(1);
    }

    private static Reply reply(FakeEndpoint.Request request) {
        long draw = Hash.seed(String.join("|", request.texts())) & 3;
        return Reply.saying(List.of("[[A]]", "[[B]]", "[[A]]", "none").get((int) draw));
    }

    private static String asking(FakeEndpoint endpoint, String schedule, int concurrency) {
        return Arena.asking(endpoint, "orders: random\n")
                .replace("{type: all-pairs}", schedule)
                .replace("concurrency: 1", "concurrency: " + concurrency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: swiss, rounds: 4, prompts_per_round: 5}",
                "{type: adaptive, policy: rank, batch: 15, pairs: 60}"
            })
    void run_stoppedAgainAndAgain_endsLikeAnUndisturbedRunOnAnyNumberOfThreads(String schedule) {
        SplittableRandom random = new SplittableRandom(SEED);
        try (FakeEndpoint calm = new FakeEndpoint(RoundRunsTest::reply)) {
            Arena undisturbed = arena(10);
            assertThat(undisturbed.run(asking(calm, schedule, 1)).ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            Arena disturbed = arena(10);
            RunOutcome outcome = null;
            int sessions = 0;
            while (outcome == null || outcome.ending() != RunOutcome.Ending.FINISHED) {
                StopSignal stop = new StopSignal();
                int until = 3 + random.nextInt(25);
                try (FakeEndpoint endpoint = new FakeEndpoint(request -> {
                    if (request.number() == until) {
                        stop.request();
                    }
                    return reply(request);
                })) {
                    outcome = disturbed.run(asking(endpoint, schedule, 1 + sessions++ % 4), stop);
                }
            }
            assertThat(sessions).as("seed %d", SEED).isGreaterThan(2);
            assertThat(verdicts(disturbed))
                    .as("seed %d", SEED)
                    .isEqualTo(verdicts(undisturbed))
                    .hasSize(60);
        }
    }

    @Test
    void retry_inRounds_asksAgainAndPlansNothingNew() {
        boolean[] mended = {false};
        try (FakeEndpoint endpoint = new FakeEndpoint(
                request -> mended[0] || request.number() % 5 > 0 ? Reply.saying("[[A]]") : Reply.saying("no label"))) {
            Arena arena = arena(4);
            String file = asking(endpoint, "{type: swiss, rounds: 2}", 1);
            RunOutcome before = arena.run(file);
            assertThat(before.summary().failures()).isPositive();
            Map<String, String> failed = verdicts(arena);
            mended[0] = true;
            RunOutcome after = arena.retry(file);
            assertThat(after.summary().failures()).isZero();
            assertThat(verdicts(arena).keySet()).isEqualTo(failed.keySet());
            assertThat(arena.run(file).summary()).isEqualTo(after.summary());
        }
    }

    @Test
    void run_stopRule_endsAWholeScheduleEarlyAndALooserOneGoesOn() {
        Arena arena = arena(200);
        String loose = scripted("{type: all-pairs}", "stop: {interval_width: 150, every: 200}\n");
        RunOutcome outcome = arena.run(loose);
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(outcome.why())
                .matches("stopped by its rule after \\d+ battles: the widest interval is 1[34]\\d\\.\\d points, below"
                        + " 150\\.0");
        int votes = arena.votes().size();
        assertThat(votes).isBetween(200, 2000).isEqualTo(200 * (votes / 200));
        assertThat(arena.run(loose).why()).isEqualTo(outcome.why());
        assertThat(arena.votes()).hasSize(votes);
        RunOutcome further = arena.run(scripted("{type: all-pairs}", "stop: {interval_width: 100, every: 200}\n"));
        assertThat(further.run()).isEqualTo(outcome.run());
        assertThat(arena.votes().size()).isGreaterThan(votes);
        RunOutcome all = arena.run(scripted("{type: random, pairs: 40}", "stop: {interval_width: 1}\n"));
        assertThat(all.why())
                .isEqualTo("ended after 80 battles: every planned battle took place; the stop rule was not reached");
    }

    @Test
    void run_adaptiveWithIdenticalResponses_tiesThemByTheRuleInTheirRound() {
        Arena arena =
                new Arena().with(3, "a", "b", "c").respond("p2", "a", "same").respond("p2", "b", "same");
        RunOutcome outcome = arena.run("""
            name: t
            schedule: {type: adaptive, pairs: 9}
            judges: [{name: m, type: metric, metric: chrf}]
            """);
        assertThat(outcome.summary().identical()).isEqualTo(1);
        assertThat(arena.votes().stream().filter(cast -> cast.judge().kind() == JudgeKind.RULE))
                .hasSize(1);
        assertThat(arena.votes()).hasSize(17);
    }
}
