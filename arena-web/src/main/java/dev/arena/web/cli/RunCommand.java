package dev.arena.web.cli;

import dev.arena.core.model.Run;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.Budget;
import dev.arena.core.tournament.Plan;
import dev.arena.core.tournament.RunRegistry;
import dev.arena.core.tournament.Runner;
import dev.arena.web.RunViewServer;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Option(names = "--watch", description = "Show the run in a browser while it goes on; see 'arena view'.")
    boolean watch;

    @Mixin
    final ViewFlags view = new ViewFlags();

    @Option(
            names = "--json",
            description = "Tell what happens as JSON on standard error, an object a line, instead of in words.")
    boolean json;

    RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        TournamentSupport support = new TournamentSupport(context.telling(json));
        int port = view.checked();
        try (ArenaStore store = support.openToRun("arena run", noWait)) {
            Plan plan = limited(support.plan(tournament, store));
            Runner runner = support.runner(store);
            runner.check(plan);
            RunRegistry.Entry entry = support.registry(store).enter(plan);
            support.context().say(entry.message());
            return judge(support, store, new Work(runner, plan, entry.run()), port);
        }
    }

    private record Work(Runner runner, Plan plan, Run run) {}

    private int judge(TournamentSupport support, ArenaStore store, Work work, int port) {
        if (!watch) {
            return judge(support, store, work);
        }
        try (RunViewServer server = RunViewServer.start(store, InstantSource.system(), port)) {
            support.context()
                    .say("The run is shown on " + server.url() + "/runs/"
                            + work.run().id() + " until it ends; 'arena view' shows it after that.");
            return judge(support, store, work);
        }
    }

    private static int judge(TournamentSupport support, ArenaStore store, Work work) {
        int code = support.session(
                "run", work.run(), work.plan(), controls -> work.runner().run(work.plan(), work.run(), controls));
        support.sayCanaries(store, work.run());
        return code;
    }

    private Plan limited(Plan plan) {
        Long calls = maxCalls;
        Double cost = maxCostUsd;
        if (calls != null && calls < 1) {
            throw new UsageException("--max-calls " + calls + " is not allowed; use a whole number from 1.");
        }
        if (cost != null && !(cost >= 0 && Double.isFinite(cost))) {
            throw new UsageException("--max-cost-usd " + cost + " is not allowed; use a number from 0.");
        }
        return calls == null && cost == null ? plan : plan.withBudget(new Budget(calls, cost));
    }
}
