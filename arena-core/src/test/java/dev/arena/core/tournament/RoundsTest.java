package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.judge.Hash;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.ratings.pairing.ComparisonGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules in rounds before a simulated judge that follows planted strengths: contestant i is i/2 strong. */
class RoundsTest {
    /** A run without a store: rounds as planned, verdicts as drawn from each battle's key. */
    private static final class Simulation {
        private final Plan plan;
        private final Course course;
        private final Standings standings;
        private final List<Round> rounds = new ArrayList<>();

        Simulation(Plan plan) {
            this.plan = plan;
            this.course = plan.course();
            this.standings = Standings.none(plan.draft().entries());
        }

        Simulation play() {
            for (Optional<Round> next = course.next(standings); next.isPresent(); next = course.next(standings)) {
                take(next.get(), false);
            }
            return this;
        }

        void take(Round round, boolean backwards) {
            rounds.add(round);
            course.take(round);
            List<PlannedBattle> order = new ArrayList<>(round.battles());
            if (backwards) {
                Collections.reverse(order);
            }
            for (PlannedBattle battle : order) {
                standings.add(battle, "s", JudgeKind.SCRIPTED, verdict(battle));
            }
        }

        private Verdict verdict(PlannedBattle battle) {
            SplittableRandom random = new SplittableRandom(Hash.seed("sim", battle.key()));
            List<Integer> places = SchedulesTest.places(plan, battle);
            List<Double> sums = new ArrayList<>();
            for (int place : places) {
                sums.add(place / 2.0 - Math.log(-Math.log(1 - random.nextDouble())));
            }
            List<Integer> ranks = new ArrayList<>();
            for (double sum : sums) {
                ranks.add(1 + (int) sums.stream().filter(other -> other > sum).count());
            }
            return new Verdict.Ranking(ranks, null);
        }

        List<PlannedBattle> battles() {
            return rounds.stream().flatMap(round -> round.battles().stream()).toList();
        }
    }

    private static Plan plan(int prompts, int contestants, String schedule, String more) {
        return new Arena().with(prompts, SchedulesTest.names(contestants)).plan(SchedulesTest.file(schedule, more));
    }

    private static Simulation simulation(int prompts, int contestants, String schedule, String more) {
        return new Simulation(plan(prompts, contestants, schedule, more)).play();
    }

    @ParameterizedTest
    @CsvSource({"8,2", "9,2", "12,3", "10,4", "9,8"})
    void swiss_rounds_playNeighboursAndNoQuestionTwice(int contestants, int k) {
        Simulation run = simulation(6, contestants, "{type: swiss, rounds: 4, prompts_per_round: 3, k: " + k + "}", "");
        assertThat(run.rounds).hasSize(4);
        assertThat(run.course.ending()).isEqualTo("all 4 rounds were played");
        assertThat(run.battles().stream().map(PlannedBattle::key)).doesNotHaveDuplicates();
        Set<Object> questions = new HashSet<>();
        for (PlannedBattle battle : run.battles()) {
            List<Integer> places = SchedulesTest.places(run.plan, battle);
            assertThat(places).doesNotHaveDuplicates().hasSizeBetween(2, k);
            assertThat(questions.add(battle.prompt() + " " + places)).isTrue();
            assertThat(battle.key()).endsWith("#1@" + battle.round());
            assertThat(battle.pickProbability()).isNull();
        }
        for (Round round : run.rounds) {
            Map<Integer, Set<Object>> prompts = new TreeMap<>();
            for (PlannedBattle battle : round.battles()) {
                SchedulesTest.places(run.plan, battle)
                        .forEach(c ->
                                prompts.computeIfAbsent(c, x -> new HashSet<>()).add(battle.prompt()));
            }
            assertThat(prompts).hasSize(contestants - (contestants % k == 1 ? 1 : 0));
            assertThat(prompts.values()).allSatisfy(seen -> assertThat(seen).hasSize(3));
        }
    }

    @Test
    void swiss_laterRounds_pairContestantsThatAreCloserThanTheFirstDid() {
        Simulation run = simulation(12, 16, "{type: swiss, rounds: 5}", "orders: fixed\n");
        assertThat(distance(run, run.rounds.get(4))).isLessThan(0.75 * distance(run, run.rounds.get(0)));
        assertThat(run.plan.battles()).isEqualTo(run.rounds.get(0).battles());
        assertThat(run.plan.mostBattles()).isEqualTo(run.battles().size());
    }

    private static double distance(Simulation run, Round round) {
        return round.battles().stream()
                .map(battle -> SchedulesTest.places(run.plan, battle))
                .mapToInt(places -> Math.abs(places.get(0) - places.get(1)))
                .average()
                .orElseThrow();
    }

    @Test
    void swiss_moreRoundsThanMatchups_endsWhenAllWasPlayed() {
        Simulation run = simulation(2, 4, "{type: swiss, rounds: 50}", "orders: fixed\n");
        assertThat(run.battles()).hasSize(2 * 6);
        assertThat(run.course.ending()).isEqualTo("after round 3 no matchup was left that had not been played");
    }

    @ParameterizedTest
    @CsvSource({"information,2", "variance,2", "rank,2", "rank,3", "information,4"})
    void adaptive_anyPolicy_linksThenCoversThenAimsAndLogsEveryProbability(String policy, int k) {
        Simulation run = simulation(
                30,
                10,
                "{type: adaptive, policy: " + policy + ", batch: 30, floor: 4, pairs: 150, epsilon: 0.01, k: " + k
                        + "}",
                "orders: fixed\n");
        assertThat(run.battles()).hasSize(150);
        assertThat(run.rounds).hasSize(5);
        assertThat(run.course.ending()).isEqualTo("all 150 matchups were played");
        Set<Object> questions = new HashSet<>();
        int[] battles = new int[10];
        int[] onPrompt = new int[30];
        ComparisonGraph graph = new ComparisonGraph(10);
        int linkedAfter = 0;
        for (int i = 0; i < 150; i++) {
            PlannedBattle battle = run.battles().get(i);
            List<Integer> places = SchedulesTest.places(run.plan, battle);
            assertThat(places).hasSize(k).doesNotHaveDuplicates();
            assertThat(questions.add(battle.prompt() + " " + places)).isTrue();
            assertThat(battle.pickProbability()).isNotNull().isBetween(1e-6, 1.0);
            linkedAfter = graph.components() > 1 ? i + 1 : linkedAfter;
            graph.link(places.stream().mapToInt(p -> p).toArray());
            places.forEach(place -> battles[place]++);
            onPrompt[run.plan.draft().entries().place(battle.prompt())]++;
            if (i == 44) {
                assertThat(battles).as("floor").doesNotContain(0, 1, 2, 3);
            }
        }
        assertThat(linkedAfter).isLessThanOrEqualTo(15);
        assertThat(onPrompt).containsOnly(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: swiss, rounds: 5, prompts_per_round: 4}",
                "{type: adaptive, policy: rank, batch: 20, pairs: 90}",
                "{type: adaptive, k: 3, batch: 20, pairs: 90}"
            })
    void next_sameVerdictsInAnyOrder_isTheSameRound(String schedule) {
        Simulation forwards = simulation(10, 9, schedule, "orders: random\n");
        Simulation backwards = new Simulation(plan(10, 9, schedule, "orders: random\n"));
        for (Optional<Round> next = backwards.course.next(backwards.standings);
                next.isPresent();
                next = backwards.course.next(backwards.standings)) {
            assertThat(backwards.course.next(backwards.standings)).isEqualTo(next);
            backwards.take(next.get(), true);
        }
        assertThat(backwards.battles().toString()).isEqualTo(forwards.battles().toString());
    }

    @Test
    void adaptive_contestantsThatNothingCanLink_goOnAmongThemselves() {
        Arena arena = new Arena().with(4, "a", "b", "c");
        for (int p = 5; p <= 8; p++) {
            arena.with(p);
            arena.respond("p" + p, "x", "x on p" + p).respond("p" + p, "y", "y on p" + p);
        }
        Plan plan = arena.plan(SchedulesTest.file("{type: adaptive, pairs: 100, floor: 9}", "orders: fixed\n"));
        Simulation run = new Simulation(plan).play();
        assertThat(run.battles()).hasSize(4 * 3 + 4);
        assertThat(run.course.ending()).isEqualTo("after round 1 no matchup was left that had not been played");
    }

    @Test
    void adaptive_identicalResponses_areSetApartInTheirRound() {
        Arena arena =
                new Arena().with(3, "a", "b", "c").respond("p2", "a", "same").respond("p2", "b", "same");
        Simulation run = new Simulation(arena.plan(SchedulesTest.file("{type: adaptive, pairs: 9}", ""))).play();
        assertThat(run.rounds).hasSize(1);
        assertThat(run.rounds.get(0).identical()).hasSize(1).allSatisfy(battle -> {
            assertThat(battle.key()).endsWith("#1@1");
            assertThat(battle.pickProbability()).isNotNull();
        });
        assertThat(run.battles()).hasSize(16);
    }

    @Test
    void stop_intervalWidth_endsAWholeScheduleEarly() {
        Plan plan = plan(200, 4, "{type: all-pairs}", "stop: {interval_width: 60, every: 100}\n");
        StopRule stop = Objects.requireNonNull(plan.tournament().stop());
        Simulation run = new Simulation(plan);
        Optional<String> reason = Optional.empty();
        while (reason.isEmpty()) {
            Round round = run.course.next(run.standings).orElseThrow();
            assertThat(round.battles()).hasSizeBetween(100, 101);
            run.take(round, false);
            reason = stop.reached(run.standings);
        }
        assertThat(reason.get()).matches("the widest interval is [45]\\d\\.\\d points, below 60\\.0");
        assertThat(run.battles().size()).isBetween(300, 2300);
        assertThat(run.battles())
                .isEqualTo(plan.battles().subList(0, run.battles().size()));
    }

    @Test
    void stop_separability_countsPairsThatDiffer() {
        Plan plan = plan(40, 4, "{type: all-pairs}", "stop: {separability: 0.8}\n");
        Simulation run = new Simulation(plan);
        StopRule stop = Objects.requireNonNull(plan.tournament().stop());
        assertThat(stop.reached(run.standings)).isEmpty();
        run.play();
        assertThat(stop.reached(run.standings))
                .isPresent()
                .get()
                .asString()
                .matches("(83\\.3|100\\.0) % of pairs are separated, of 80\\.0 % asked for");
        assertThat(new StopRule(0.001, 0.8, 0).reached(run.standings)).isEmpty();
        assertThat(plan.tournament().pairingInWords()).contains("stop at 80.0 % of pairs separated");
    }

    @Test
    void stop_contestantWithoutAFiniteRating_isNotReached() {
        Plan plan = plan(30, 3, "{type: all-pairs}", "stop: {interval_width: 1000}\n");
        Standings standings = Standings.none(plan.draft().entries());
        for (PlannedBattle battle : plan.battles()) {
            List<Integer> places = SchedulesTest.places(plan, battle);
            standings.add(
                    battle, "s", JudgeKind.LLM, places.get(0) > places.get(1) ? Verdict.first() : Verdict.second());
        }
        assertThat(new StopRule(1000.0, null, 0).reached(standings)).isEmpty();
    }

    @Test
    void standings_laterVoteAndAbstention_replaceTheEarlierOne() {
        Plan plan = plan(4, 2, "{type: all-pairs}", "");
        Standings standings = Standings.none(plan.draft().entries());
        for (PlannedBattle battle : plan.battles()) {
            standings.add(battle, "s", JudgeKind.LLM, Verdict.first());
        }
        assertThat(standings.deciding()).isEqualTo(8);
        assertThat(standings.planning().orElseThrow().rating(0).strength().orElseThrow())
                .isEqualTo(0, within(1e-9));
        PlannedBattle battle = plan.battles().get(0);
        standings.add(battle, "s", JudgeKind.LLM, Verdict.abstain(dev.arena.core.model.AbstentionReason.FAILED, null));
        assertThat(standings.deciding()).isEqualTo(7);
    }
}
