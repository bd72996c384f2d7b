package dev.arena.core.tournament;

import dev.arena.core.model.Battle;
import dev.arena.core.model.RunId;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The rounds of a run as they are stored: what was planned once stays as it is, whatever became of verdicts since. */
final class StoredRounds {
    private StoredRounds() {}

    /** The plan with the rounds of a run in it, as far as they are stored. */
    static Plan plan(ArenaStore store, RunId run, Plan plan) {
        return plan.inRounds() ? plan.withRounds(of(store, run, plan)) : plan;
    }

    /** The rounds in their order, each in the order of judging; none for a schedule that is known from the start. */
    static List<Round> of(ArenaStore store, RunId run, Plan plan) {
        TreeMap<Integer, List<PlannedBattle>> byNumber = new TreeMap<>();
        store.battles().listOfRun(run).stream()
                .sorted(Comparator.comparing(Battle::id))
                .map(PlannedBattle::of)
                .filter(battle -> battle.round() > 0)
                .forEach(battle -> byNumber.computeIfAbsent(battle.round(), number -> new ArrayList<>())
                        .add(battle));
        List<Round> rounds = new ArrayList<>();
        byNumber.forEach((number, battles) -> {
            List<PlannedBattle> identical =
                    battles.stream().filter(plan.draft()::identical).toList();
            List<PlannedBattle> judged = battles.stream()
                    .filter(battle -> !plan.draft().identical(battle))
                    .toList();
            rounds.add(new Round(number, judged, identical));
        });
        return rounds;
    }
}
