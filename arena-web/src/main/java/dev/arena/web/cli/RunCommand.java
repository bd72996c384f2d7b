package dev.arena.web.cli;

import dev.arena.core.model.Run;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.Budget;
import dev.arena.core.tournament.Plan;
import dev.arena.core.tournament.RunRegistry;
import dev.arena.core.tournament.Runner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arena run}: runs a tournament, or goes on with one. */
@Command(
        name = "run",
        description = "Run or resume a tournament of judges.",
        footer = {
            "",
            "Each answer is stored before the next question, and nothing stored is asked again: after any end, the"
                    + " same command",
            "goes on where it stopped. A changed tournament or changed responses are a new run, and it says what"
                    + " changed.",
            "Ctrl-C (or SIGTERM) once finishes the calls in flight, twice stops now. The last line of the output is"
                    + " 'run ID';",
            "'arena rate --run ID' rates its votes only. 'docs/tournaments.md' has the file format.",
            "",
            "Exit codes: 0 finished, 2 usage, 4 finished but some judgments failed ('arena retry'), 5 budget used"
                    + " (resumable),",
            "6 endpoint unreachable or not authorised (resumable), 130 interrupted (resumable).",
            "",
            "Example: arena run data/tournament.yaml"
        })
final class RunCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "TOURNAMENT.yaml|RUN-ID", description = "A tournament file, or a run to go on with.")
    String tournament = "";

    @Option(
            names = "--max-calls",
            paramLabel = "N",
            description = "Stop after so many calls of this run, instead of the file's budget.")
    @Nullable
    Long maxCalls;

    @Option(
            names = "--max-cost-usd",
            paramLabel = "USD",
            description = "Stop when this run has cost so much, instead of the file's budget.")
    @Nullable
    Double maxCostUsd;

    @Option(names = "--no-wait", description = "Fail at once where another process works on the database.")
    boolean noWait;

    RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        TournamentSupport support = new TournamentSupport(context);
        try (ArenaStore store = support.openToRun("arena run", noWait)) {
            Plan plan = limited(support.plan(tournament, store));
            Runner runner = support.runner(store);
            runner.check(plan);
            RunRegistry.Entry entry = support.registry(store).enter(plan);
            context.say(entry.message());
            Run run = entry.run();
            return support.session("run", run, plan, controls -> runner.run(plan, run, controls));
        }
    }

    private Plan limited(Plan plan) {
        return maxCalls == null && maxCostUsd == null ? plan : plan.withBudget(new Budget(maxCalls, maxCostUsd));
    }
}
