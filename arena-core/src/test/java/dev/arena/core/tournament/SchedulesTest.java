package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.PromptId;
import dev.arena.core.model.Seat;
import dev.arena.core.problem.UsageException;
import dev.arena.ratings.pairing.ComparisonGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties that every plan of a kind has, over several sizes. */
class SchedulesTest {
    private static final String JUDGE = "judges: [{name: m, type: metric, metric: chrf}]\n";

    static String file(String schedule, String more) {
        return "name: t\nschedule: " + schedule + "\n" + JUDGE + more;
    }

    static String[] names(int contestants) {
        return IntStream.range(0, contestants)
                .mapToObj(i -> String.format(java.util.Locale.ROOT, "c%02d", i))
                .toArray(String[]::new);
    }

    /** Places of the contestants of each matchup, sorted, by prompt. */
    static Map<PromptId, List<List<Integer>>> matchups(Plan plan) {
        Map<PromptId, List<List<Integer>>> byPrompt = new TreeMap<>();
        for (PlannedBattle battle : plan.battles()) {
            List<Integer> places = places(plan, battle);
            assertThat(places).doesNotHaveDuplicates();
            List<Integer> sorted = places.stream().sorted().toList();
            List<List<Integer>> known = byPrompt.computeIfAbsent(battle.prompt(), p -> new ArrayList<>());
            if (!known.contains(sorted)) {
                known.add(sorted);
            }
        }
        return byPrompt;
    }

    static List<Integer> places(Plan plan, PlannedBattle battle) {
        return battle.seats().stream()
                .map(Seat::contestant)
                .map(plan.draft().entries()::place)
                .toList();
    }

    private static Set<Set<Integer>> pairs(List<List<Integer>> sets) {
        Set<Set<Integer>> pairs = new HashSet<>();
        for (List<Integer> set : sets) {
            for (int one : set) {
                for (int other : set) {
                    if (one < other) {
                        pairs.add(Set.of(one, other));
                    }
                }
            }
        }
        return pairs;
    }

    private static Map<Object, Integer> counts(List<?> items) {
        Map<Object, Integer> counts = new TreeMap<>();
        items.forEach(item -> counts.merge(item.toString(), 1, Integer::sum));
        return counts;
    }

    private static int spread(Map<Object, Integer> counts) {
        return Collections.max(counts.values()) - Collections.min(counts.values());
    }

    @ParameterizedTest
    @CsvSource({"3,3", "4,3", "7,3", "9,4", "13,4", "12,8", "5,8"})
    void plan_allPairsOfK_letsEveryPairMeetOnEveryPromptInFewBattles(int contestants, int k) {
        Plan plan = new Arena()
                .with(5, names(contestants))
                .plan(file("{type: all-pairs, k: " + k + "}", "orders: fixed\n"));
        int all = contestants * (contestants - 1) / 2;
        Map<PromptId, List<List<Integer>>> matchups = matchups(plan);
        assertThat(matchups).hasSize(5).allSatisfy((prompt, sets) -> {
            assertThat(pairs(sets)).hasSize(all);
            assertThat(sets).allSatisfy(set -> assertThat(set).hasSize(Math.min(k, contestants)));
            assertThat(sets.size()).isLessThanOrEqualTo(Math.max(contestants, all / 2));
        });
        assertThat(plan.lacking()).isZero();
    }

    @Test
    void plan_allPairsOfFour_showsEachBattleInFourRotations() {
        Plan plan = new Arena().with(2, names(5)).plan(file("{type: all-pairs, k: 4}", ""));
        Map<String, Set<Integer>> first = new TreeMap<>();
        for (PlannedBattle battle : plan.battles()) {
            List<Integer> places = places(plan, battle);
            String matchup = battle.prompt() + " " + places.stream().sorted().toList();
            first.computeIfAbsent(matchup, m -> new HashSet<>()).add(places.get(0));
        }
        assertThat(first).allSatisfy((matchup, leaders) -> assertThat(leaders).hasSize(4));
        assertThat(plan.battles()).hasSize(4 * first.size());
    }

    @Test
    void plan_allPairsOfKWithMissingResponses_letsThosePresentMeet() {
        Arena arena = new Arena().with(3, names(6));
        arena.respond("p1", "late", "only here");
        Plan plan = arena.plan(file("{type: all-pairs, k: 3}", "orders: fixed\n"));
        List<Integer> pairsOnPrompts =
                matchups(plan).values().stream().map(sets -> pairs(sets).size()).toList();
        assertThat(pairsOnPrompts).containsExactly(21, 15, 15);
        assertThat(plan.lacking()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8})
    void plan_baselineOfK_seatsTheBaselineWithEveryOtherOnEveryPrompt(int k) {
        Plan plan = new Arena()
                .with(4, names(8))
                .plan(file("{type: baseline, baseline: c03, k: " + k + "}", "orders: fixed\n"));
        assertThat(plan.battles())
                .allSatisfy(battle -> assertThat(places(plan, battle)).startsWith(3));
        assertThat(matchups(plan)).hasSize(4).allSatisfy((prompt, sets) -> {
            assertThat(sets).hasSize((7 + k - 2) / (k - 1));
            assertThat(pairs(sets)).filteredOn(pair -> pair.contains(3)).hasSize(7);
        });
    }

    @Test
    void plan_severalBaselines_eachMeetsEveryoneOnce() {
        Plan plan =
                new Arena().with(3, names(5)).plan(file("{type: baseline, baseline: [c01, c04]}", "orders: fixed\n"));
        assertThat(matchups(plan))
                .allSatisfy((prompt, sets) -> assertThat(sets)
                        .containsExactlyInAnyOrder(
                                List.of(0, 1),
                                List.of(1, 2),
                                List.of(1, 3),
                                List.of(1, 4),
                                List.of(0, 4),
                                List.of(2, 4),
                                List.of(3, 4)));
        assertThat(plan.battles()).hasSize(3 * 7);
    }

    @ParameterizedTest
    @CsvSource({"10,6,30", "7,5,12", "3,12,40", "50,4,100", "10,6,5", "4,9,144", "1,12,11"})
    void plan_random_isConnectedWithoutRepetitionAndEven(int prompts, int contestants, int matchups) {
        Plan plan = new Arena()
                .with(prompts, names(contestants))
                .plan(file("{type: random, pairs: " + matchups + "}", "orders: fixed\n"));
        assertThat(plan.battles()).hasSize(matchups);
        assertThat(plan.battles().stream().map(PlannedBattle::key)).doesNotHaveDuplicates();
        ComparisonGraph graph = new ComparisonGraph(contestants);
        plan.battles()
                .forEach(battle -> graph.link(
                        places(plan, battle).stream().mapToInt(i -> i).toArray()));
        assertThat(graph.components()).isEqualTo(1);
        List<Integer> seats = new ArrayList<>();
        List<List<Integer>> pairs = new ArrayList<>();
        plan.battles().forEach(battle -> {
            seats.addAll(places(plan, battle));
            pairs.add(places(plan, battle));
        });
        assertThat(spread(counts(seats))).isLessThanOrEqualTo(3);
        int pairsThereAre = contestants * (contestants - 1) / 2;
        int most = Collections.max(counts(pairs).values());
        assertThat(most).isLessThanOrEqualTo((matchups + pairsThereAre - 1) / pairsThereAre + 1);
        List<PromptId> onPrompts =
                plan.battles().stream().map(PlannedBattle::prompt).toList();
        assertThat(spread(counts(onPrompts))).isLessThanOrEqualTo(2);
    }

    @Test
    void plan_randomOfK_drawsThatManyBlocks() {
        Plan plan = new Arena().with(6, names(9)).plan(file("{type: random, pairs: 20, k: 3}", "orders: fixed\n"));
        assertThat(plan.battles())
                .hasSize(20)
                .allSatisfy(battle -> assertThat(battle.seats()).hasSize(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: all-pairs, k: 3}",
                "{type: random, pairs: 25}",
                "{type: baseline, baseline: c02, k: 4}",
                "{type: swiss, rounds: 3}",
                "{type: adaptive, pairs: 40}"
            })
    void plan_sameSeed_isTheSameToTheByteAndAnotherSeedIsAnother(String schedule) {
        for (String orders : List.of("both", "random", "fixed")) {
            String more = "orders: " + orders + "\n";
            Plan one = new Arena().with(8, names(7)).plan(file(schedule, more));
            Plan other = new Arena().with(8, names(7)).plan(file(schedule, more));
            Plan apart = new Arena().with(8, names(7)).plan(file(schedule, more + "seed: 43\n"));
            assertThat(one.battles().toString()).isEqualTo(other.battles().toString());
            assertThat(one.specHash()).isEqualTo(other.specHash());
            assertThat(one.battles().toString()).isNotEqualTo(apart.battles().toString());
        }
    }

    @Test
    void plannedBattles_areColumnsThatReadLikeAList() {
        Plan plan = new Arena().with(3, names(3)).plan(file("{type: all-pairs}", "repeat: 2\n"));
        List<PlannedBattle> battles = plan.battles();
        assertThat(battles).isInstanceOf(PlannedBattles.class).isInstanceOf(RandomAccess.class);
        assertThat(new ArrayList<>(battles)).hasSize(3 * 3 * 2 * 2).isEqualTo(battles);
        assertThat(battles.get(7)).isEqualTo(battles.get(7));
        assertThatThrownBy(() -> battles.get(battles.size())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> battles.add(battles.get(0))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void plan_noPromptAtAll_saysSo() {
        Arena arena = new Arena();
        arena.with(0);
        arena.store()
                .catalog()
                .apply(new dev.arena.core.store.CatalogBatch(
                        List.of(
                                new dev.arena.core.store.CatalogBatch.NewContestant("a", Map.of()),
                                new dev.arena.core.store.CatalogBatch.NewContestant("b", Map.of())),
                        List.of(),
                        List.of()));
        assertThatThrownBy(() -> arena.plan(file("{type: all-pairs}", "")))
                .isInstanceOf(UsageException.class)
                .hasMessage("t.yaml plans no battle: the database has no prompts. 'arena import' reads prompts and"
                        + " responses.");
    }

    @Test
    void report_plan_tellsHowTheContestantsAreLinked() {
        Arena arena = new Arena().with(2, "a", "b").respond("p1", "c", "c on p1");
        PlanReport linked = PlanReport.of(arena.plan(file("{type: all-pairs}", "")), arena.store());
        assertThat(linked.links().components()).isEqualTo(1);
        assertThat(linked.links().least().name()).isEqualTo("c");
        assertThat(linked.links().leastBattles()).isEqualTo(4);
        assertThat(linked.rounds()).isNull();
        PlanReport apart = PlanReport.of(arena.plan(file("{type: all-pairs}", "prompts: {ids: p2}\n")), arena.store());
        assertThat(apart.links().components()).isEqualTo(2);
        assertThat(apart.links().leastBattles()).isZero();
        assertThat(apart.plan().lacking()).isEqualTo(2);
    }
}
