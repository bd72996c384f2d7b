package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Seat;
import dev.arena.core.problem.UsageException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final String JUDGE = "judges: [{name: m, type: metric, metric: chrf}]\n";
    private static final String ALL = "name: t\nschedule: {type: all-pairs}\n" + JUDGE;

    private static List<String> keys(Plan plan) {
        return plan.battles().stream().map(PlannedBattle::key).toList();
    }

    private static List<ContestantId> contestants(PlannedBattle battle) {
        return battle.seats().stream().map(Seat::contestant).toList();
    }

    @Test
    void plan_allPairsBothOrders_hasEveryPairTwiceOnEveryPrompt() {
        Plan plan = new Arena().with(3, "a", "b", "c", "d").plan(ALL);
        assertThat(plan.battles()).hasSize(3 * 6 * 2);
        assertThat(keys(plan)).doesNotHaveDuplicates();
        Set<String> mirrored = new HashSet<>();
        for (PlannedBattle battle : plan.battles()) {
            List<ContestantId> seats = contestants(battle);
            mirrored.add(battle.prompt() + " " + seats.get(1) + " " + seats.get(0));
        }
        for (PlannedBattle battle : plan.battles()) {
            List<ContestantId> seats = contestants(battle);
            assertThat(mirrored).contains(battle.prompt() + " " + seats.get(0) + " " + seats.get(1));
        }
    }

    @Test
    void plan_sameSeed_isTheSamePlan() {
        Plan one = new Arena().with(5, "a", "b", "c").plan(ALL);
        Plan other = new Arena().with(5, "a", "b", "c").plan(ALL);
        assertThat(keys(one)).isEqualTo(keys(other));
        assertThat(one.specHash()).isEqualTo(other.specHash());
    }

    @Test
    void plan_anotherSeed_isAnotherOrder() {
        Arena arena = new Arena().with(5, "a", "b", "c", "d");
        Plan one = arena.plan(ALL);
        Plan other = arena.plan(ALL + "seed: 43\n");
        assertThat(keys(one)).isNotEqualTo(keys(other)).containsExactlyInAnyOrderElementsOf(keys(other));
        assertThat(one.specHash()).isNotEqualTo(other.specHash());
    }

    @Test
    void plan_anyBeginning_hasSeenPromptsAndPairsAboutEqually() {
        Plan plan = new Arena().with(12, "a", "b", "c", "d").plan(ALL + "orders: fixed\n");
        Map<Object, Integer> prompts = new HashMap<>();
        Map<Object, Integer> pairs = new HashMap<>();
        for (PlannedBattle battle : plan.battles().subList(0, 36)) {
            prompts.merge(battle.prompt(), 1, Integer::sum);
            pairs.merge(contestants(battle), 1, Integer::sum);
        }
        assertThat(prompts)
                .hasSize(12)
                .allSatisfy((prompt, count) -> assertThat(count).isEqualTo(3));
        assertThat(pairs)
                .hasSize(6)
                .allSatisfy((pair, count) -> assertThat(count).isEqualTo(6));
    }

    @Test
    void plan_randomOrders_drawsOneOrderAndKeepsItsSeed() {
        Plan plan = new Arena().with(200, "a", "b").plan(ALL + "orders: random\n");
        Map<ContestantId, Integer> first = new HashMap<>();
        for (PlannedBattle battle : plan.battles()) {
            assertThat(battle.seed()).isNotNull();
            first.merge(battle.seats().get(0).contestant(), 1, Integer::sum);
        }
        assertThat(plan.battles()).hasSize(200);
        assertThat(first.values())
                .hasSize(2)
                .allSatisfy(count -> assertThat(count).isBetween(75, 125));
    }

    @Test
    void plan_fixedOrders_seatsAsListed() {
        Plan plan = new Arena().with(2, "a", "b").plan(ALL + "orders: fixed\ncontestants: [b, a]\n");
        assertThat(plan.contestants().stream().map(Contestant::name)).containsExactly("b", "a");
        assertThat(plan.battles()).hasSize(2).allSatisfy(battle -> {
            assertThat(contestants(battle))
                    .containsExactly(
                            plan.contestants().get(0).id(),
                            plan.contestants().get(1).id());
            assertThat(battle.seed()).isNull();
        });
    }

    @Test
    void plan_baseline_seatsItInEveryBattle() {
        Plan plan = new Arena()
                .with(2, "a", "b", "c")
                .plan("name: t\nschedule: {type: baseline, baseline: b}\norders: fixed\n" + JUDGE);
        ContestantId baseline = plan.contestants().get(1).id();
        assertThat(plan.battles())
                .hasSize(4)
                .allSatisfy(battle -> assertThat(contestants(battle)).startsWith(baseline));
    }

    @Test
    void plan_repeat_comesAfterEverythingWasPlannedOnce() {
        Plan plan = new Arena().with(2, "a", "b").plan(ALL + "repeat: 3\n");
        List<Integer> repeats = new ArrayList<>();
        plan.battles().forEach(battle -> repeats.add(battle.repeat()));
        assertThat(repeats).containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
    }

    @Test
    void plan_identicalResponses_areSetApartOnce() {
        Plan plan = new Arena()
                .with(2, "a", "b", "c")
                .respond("p1", "a", "same")
                .respond("p1", "c", "same")
                .plan(ALL + "repeat: 2\n");
        assertThat(plan.identical()).hasSize(1);
        assertThat(plan.battles()).hasSize((2 * 3 - 1) * 2 * 2);
    }

    @Test
    void plan_missingResponse_givesNoBattleAndIsCounted() {
        Plan plan =
                new Arena().with(3, "a", "b").respond("p2", "c", "only here").plan(ALL);
        assertThat(plan.lacking()).isEqualTo(4);
        assertThat(plan.battles()).hasSize((3 + 2) * 2);
    }

    @Test
    void plan_promptFilters_choosePrompts() {
        Arena arena = new Arena().with(9, "a", "b");
        assertThat(arena.plan(ALL + "prompts: {category: even}\n").prompts()).hasSize(4);
        assertThat(arena.plan(ALL + "prompts: {category: [even, odd], limit: 5}\n")
                        .prompts())
                .hasSize(5);
        assertThat(arena.plan(ALL + "prompts: {ids: [p9, p2]}\n").prompts().stream()
                        .map(p -> p.key()))
                .containsExactly("p2", "p9");
    }

    @Test
    void plan_changedResponse_changesTheHash() {
        Arena arena = new Arena().with(2, "a", "b");
        String before = arena.plan(ALL).specHash();
        assertThat(arena.respond("p1", "a", "better").plan(ALL).specHash()).isNotEqualTo(before);
    }

    @Test
    void plan_onlyHowItIsRunChanged_keepsTheHash() {
        Arena arena = new Arena().with(2, "a", "b");
        String url =
                "judges: [{name: m, type: openai, model: x, base_url: 'http://127.0.0.1:%d/v1', concurrency: %d}]\n";
        String head = "name: t\nschedule: {type: all-pairs}\n";
        assertThat(arena.plan(head + url.formatted(1, 1)).specHash())
                .isEqualTo(arena.plan(head + url.formatted(2, 9) + "budget: {max_calls: 3}\n")
                        .specHash());
    }

    @Test
    void plan_emptyDatabase_saysWhatToDo() {
        assertThatThrownBy(() -> new Arena().plan(ALL))
                .isInstanceOf(UsageException.class)
                .hasMessage("A tournament needs at least two contestants, the database has 0."
                        + " 'arena import' reads prompts and responses.");
    }

    @Test
    void plan_noPromptInCommon_saysHowManyMatchupsLackAResponse() {
        Arena arena = new Arena().with(1, "a").respond("p1", "a", "x");
        arena.with(0).store();
        arena.respond("p1", "b", "y");
        Arena apart = new Arena().with(2, "z");
        apart.respond("p1", "b", "y");
        assertThatThrownBy(() -> apart.plan(ALL + "prompts: {ids: p2}\n"))
                .isInstanceOf(UsageException.class)
                .hasMessage("t.yaml plans no battle: 1 prompts and 2 contestants are selected, and 1 matchups lack a"
                        + " response. 'arena import' reads prompts and responses.");
    }
}
