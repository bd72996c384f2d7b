package dev.arena.core.tournament;

import dev.arena.core.config.Nearest;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.Prompt;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.CatalogStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the plan of a tournament. Same seed, same plan. */
public final class Planner {
    private final Tournament tournament;
    private final List<Contestant> contestants;
    private final List<Prompt> stored;
    private final Entries entries;

    private Planner(Tournament tournament, CatalogStore catalog) {
        this.tournament = tournament;
        this.contestants = contestants(tournament, catalog.listContestants());
        this.stored = catalog.listPrompts();
        this.entries = new Entries(tournament.prompts().apply(stored), contestants, catalog.listCurrentResponses());
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
        Schedule schedule = tournament.pairing().schedule();
        schedule.check(names);
        requirePrompts();
        Draft draft = new Draft(entries, tournament.pairing(), tournament.seed());
        Draft.Collector all = draft.round(0);
        Round first;
        if (schedule instanceof RoundSchedule rounds) {
            first = rounds.course(draft).next(Standings.none(entries)).orElseGet(all::round);
        } else {
            ((WholeSchedule) schedule).draw(entries, tournament.seed(), all);
            first = all.round();
        }
        if (first.battles().isEmpty() && first.identical().isEmpty()) {
            throw new UsageException(tournament.settings().file() + " plans no battle: "
                    + entries.prompts().size() + " prompts and " + names.size() + " contestants are selected, and "
                    + lacking(all) + " matchups lack a response. 'arena import' reads prompts and responses.");
        }
        checkSeats(first, schedule);
        return new Plan(
                tournament,
                contestants,
                entries.prompts(),
                first.battles(),
                first.identical(),
                lacking(all),
                entries.hash(tournament.parts().toString()),
                draft);
    }

    /** Missing responses and what is left over make battles of fewer than k. */
    private void checkSeats(Round first, Schedule schedule) {
        Set<Integer> sizes = new TreeSet<>();
        for (int prompt = 0; prompt < entries.prompts().size(); prompt++) {
            boolean partly = entries.present(prompt) < contestants.size();
            for (int size = 2; schedule instanceof RoundSchedule && partly && size < schedule.k(); size++) {
                sizes.add(size);
            }
        }
        for (PlannedBattle battle : schedule.k() == 2 ? List.<PlannedBattle>of() : first.battles()) {
            sizes.add(battle.seats().size());
        }
        for (JudgeSetup judge : tournament.judges()) {
            for (int size : sizes) {
                if (!judge.seats().holds(size)) {
                    throw new UsageException(tournament.settings().file() + " has battles of " + size
                            + " responses, since some are missing or left over, and judge '"
                            + judge.identity().name() + "' is shown "
                            + judge.seats().shown() + ". Choose a template with {{responses}}, or change schedule.k.");
                }
            }
        }
    }

    private void requirePrompts() {
        if (stored.isEmpty()) {
            throw new UsageException(tournament.settings().file()
                    + " plans no battle: the database has no prompts. 'arena import' reads prompts and responses.");
        }
        if (entries.prompts().isEmpty()) {
            throw new UsageException(tournament.settings().file() + " plans no battle: of " + stored.size()
                    + " prompts none is left by 'prompts' ("
                    + tournament.prompts().description() + "). Remove one of these conditions.");
        }
    }

    /** Of a schedule in rounds: all pairs that cannot meet on a prompt. */
    private long lacking(Draft.Collector all) {
        if (tournament.pairing().schedule() instanceof WholeSchedule) {
            return all.lacking();
        }
        PromptBlocks pairs = new AllPairs(2).blocks(entries, tournament.seed());
        long lacking = 0;
        for (int prompt = 0; prompt < entries.prompts().size(); prompt++) {
            lacking += pairs.lacking(prompt);
        }
        return lacking;
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
