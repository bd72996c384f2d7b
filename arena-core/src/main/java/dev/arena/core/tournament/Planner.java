package dev.arena.core.tournament;

import dev.arena.core.config.Nearest;
import dev.arena.core.judge.Hash;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.Seat;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.CatalogStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes the plan of a tournament. The order interleaves prompts: round after round every prompt gets one matchup, another one than
 * its neighbour, so that a run that stops early has seen all prompts and all pairs about equally often. Same seed, same plan.
 */
public final class Planner {
    private final Tournament tournament;
    private final List<Contestant> contestants;
    private final List<Prompt> prompts;
    private final Map<PromptId, Map<ContestantId, ResponseHead>> responses = new HashMap<>();
    private final List<PlannedBattle> battles = new ArrayList<>();
    private final List<PlannedBattle> identical = new ArrayList<>();
    private long lacking;

    private Planner(Tournament tournament, CatalogStore catalog) {
        this.tournament = tournament;
        this.contestants = contestants(tournament, catalog.listContestants());
        this.prompts = tournament.prompts().apply(catalog.listPrompts());
        for (ResponseHead head : catalog.listCurrentResponses()) {
            responses.computeIfAbsent(head.prompt(), p -> new HashMap<>()).put(head.contestant(), head);
        }
    }

    /**
     * The plan of a tournament over what a database holds now.
     *
     * @throws UsageException if there is nothing to judge, or the file names what the database does not hold
     */
    public static Plan plan(Tournament tournament, CatalogStore catalog) {
        return new Planner(tournament, catalog).plan();
    }

    private Plan plan() {
        List<String> names = contestants.stream().map(Contestant::name).toList();
        tournament.judges().forEach(judge -> judge.check(names));
        List<List<Integer>> matchups =
                new ArrayList<>(tournament.pairing().schedule().matchups(names));
        Collections.shuffle(matchups, new Random(Hash.seed("matchups", Long.toString(tournament.seed()))));
        for (int round = 0; round < matchups.size(); round++) {
            for (int i = 0; i < prompts.size(); i++) {
                add(prompts.get(i).id(), matchups.get((round + i) % matchups.size()));
            }
        }
        List<PlannedBattle> ordered = repeated();
        if (ordered.isEmpty() && identical.isEmpty()) {
            throw new UsageException(tournament.settings().file() + " plans no battle: " + prompts.size()
                    + " prompts and " + names.size() + " contestants are selected, and " + lacking
                    + " matchups lack a response. 'arena import' reads prompts and responses.");
        }
        return new Plan(tournament, contestants, prompts, ordered, identical, lacking, specHash());
    }

    private void add(PromptId prompt, List<Integer> matchup) {
        Map<ContestantId, ResponseHead> answers = responses.getOrDefault(prompt, Map.of());
        List<Seat> seats = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (int place : matchup) {
            ResponseHead head = answers.get(contestants.get(place).id());
            if (head == null) {
                lacking++;
                return;
            }
            seats.add(new Seat(head.contestant(), head.id()));
            hashes.add(head.sha256());
        }
        PlannedBattle battle = new PlannedBattle(prompt, List.copyOf(seats), 1, null);
        boolean same = hashes.stream().distinct().count() == 1;
        (same ? identical : battles).add(battle);
    }

    private List<PlannedBattle> repeated() {
        Orders orders = tournament.pairing().orders();
        List<PlannedBattle> ordered = new ArrayList<>();
        for (int repeat = 1; repeat <= tournament.pairing().repeat(); repeat++) {
            for (PlannedBattle battle : battles) {
                long seed =
                        Hash.seed("order", Long.toString(tournament.seed()), battle.key(), Integer.toString(repeat));
                for (List<Seat> seats : orders.of(battle.seats(), seed)) {
                    Long drawn = orders == Orders.RANDOM ? Long.valueOf(seed) : null;
                    ordered.add(new PlannedBattle(battle.prompt(), seats, repeat, drawn));
                }
            }
        }
        return ordered;
    }

    private String specHash() {
        StringBuilder catalog = new StringBuilder();
        for (Prompt prompt : prompts) {
            catalog.append(prompt.key()).append(prompt.text()).append('\n');
            Map<ContestantId, ResponseHead> answers = responses.getOrDefault(prompt.id(), Map.of());
            for (Contestant contestant : contestants) {
                ResponseHead head = answers.get(contestant.id());
                catalog.append(head == null ? "-" : head.sha256()).append(' ');
            }
        }
        String names = contestants.stream().map(Contestant::name).toList().toString();
        return Hash.of(tournament.parts().toString(), names, catalog.toString());
    }

    private static List<Contestant> contestants(Tournament tournament, List<Contestant> stored) {
        if (tournament.contestants().isEmpty()) {
            if (stored.size() < 2) {
                throw new UsageException("A tournament needs at least two contestants, the database has "
                        + stored.size() + ". 'arena import' reads prompts and responses.");
            }
            return stored;
        }
        Map<String, Contestant> byName = new HashMap<>();
        stored.forEach(contestant -> byName.put(contestant.name(), contestant));
        List<Contestant> chosen = new ArrayList<>();
        for (int i = 0; i < tournament.contestants().size(); i++) {
            String name = tournament.contestants().get(i);
            Contestant contestant = byName.get(name);
            if (contestant == null) {
                String allowed = "contestants of the database";
                throw tournament
                        .settings()
                        .bad("contestants[" + i + "]", name, allowed, Nearest.hint(name, byName.keySet()));
            }
            chosen.add(contestant);
        }
        return chosen;
    }
}
