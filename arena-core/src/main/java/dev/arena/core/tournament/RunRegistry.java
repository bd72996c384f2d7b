package dev.arena.core.tournament;

import dev.arena.core.model.Run;
import dev.arena.core.model.RunId;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the run that a plan belongs to, or begins a new one and says why it is new. */
public final class RunRegistry {
    private static final int SHORT_HASH = 8;
    private static final int LONGEST_NAME = 32;

    private final ArenaStore store;
    private final InstantSource clock;

    public RunRegistry(ArenaStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A run that is ready to go on.
     *
     * @param message whether it is resumed, or new and what changed since the newest run of that name
     */
    public record Entry(Run run, String message) {}

    /** The stored run of a plan; a new one where the plan differs from every stored run. */
    public Entry enter(Plan plan) {
        Tournament tournament = plan.tournament();
        List<Run> runs = store.runs().listRuns();
        Optional<Run> same = runs.stream()
                .filter(run -> run.specHash().equals(plan.specHash()))
                .findFirst();
        if (same.isPresent()) {
            return new Entry(same.get(), "resuming run " + same.get().id());
        }
        RunId id = new RunId(slug(tournament.name()) + "-" + plan.specHash().substring(0, SHORT_HASH));
        Run run = store.runs().put(new Run(id, tournament.name(), plan.specHash(), tournament.text(), clock.instant()));
        String why = runs.stream()
                .filter(old -> old.name().equals(tournament.name()))
                .findFirst()
                .map(old -> "; since run " + old.id() + " changed: " + changed(old, tournament))
                .orElse("");
        return new Entry(run, "new run " + run.id() + why);
    }

    /**
     * The run of that id.
     *
     * @throws UsageException if there is none
     */
    public Run get(String id) {
        return store.runs()
                .findRun(new RunId(id))
                .orElseThrow(() ->
                        new UsageException("There is no run '" + id + "' in this database. 'arena runs' lists them."));
    }

    /**
     * The plan of a stored run.
     *
     * @throws UsageException if the database no longer holds what the run was planned over
     */
    public Plan plan(Run run) {
        Plan plan = Planner.plan(TournamentReader.read(run), store.catalog());
        if (!plan.specHash().equals(run.specHash())) {
            throw new UsageException("Contestants, prompts or responses in the database changed since run " + run.id()
                    + " began, so it cannot be continued. 'arena run FILE' with its tournament file begins a new run.");
        }
        return plan;
    }

    private static String changed(Run old, Tournament tournament) {
        Map<String, String> before;
        try {
            before = TournamentReader.read(old).parts();
        } catch (UsageException e) {
            return "the file, whose old form this version cannot read";
        }
        List<String> changed = new ArrayList<>();
        tournament.parts().forEach((part, words) -> {
            if (!words.equals(before.get(part))) {
                changed.add(part);
            }
        });
        return changed.isEmpty() ? "contestants, prompts or responses in the database" : String.join(", ", changed);
    }

    private static String slug(String name) {
        String words =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = words.substring(0, Math.min(words.length(), LONGEST_NAME));
        return cut.isEmpty() ? "run" : cut;
    }
}
