package dev.arena.web.cli;

import dev.arena.core.model.Run;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.RunCount;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code arena runs}: lists the runs of a database. */
@Command(
        name = "runs",
        description = "List the runs of tournaments, newest first.",
        footer = {
            "",
            "Columns: run, when it began (UTC), current votes, of these abstentions, calls, known cost in USD.",
            "",
            "Example: arena runs"
        })
final class RunsCommand implements Callable<Integer> {
    private final CommandContext context;

    RunsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        TournamentSupport support = new TournamentSupport(context);
        try (ArenaStore store = support.openToLook()) {
            PrintWriter out = context.console().out();
            Map<Run, RunCount> counts = RunCount.all(store);
            if (counts.isEmpty()) {
                context.say("No run yet. 'arena run TOURNAMENT.yaml' begins one.");
                return ExitCode.GOOD.code();
            }
            int width = counts.keySet().stream()
                    .mapToInt(run -> run.id().value().length())
                    .max()
                    .orElse(0);
            String head = "%-" + width + "s  %-20s %10s %12s %8s %10s";
            String row = "%-" + width + "s  %-20s %10d %12d %8d %10.4f";
            out.println(String.format(Locale.ROOT, head, "run", "began", "votes", "abstentions", "calls", "cost USD"));
            counts.forEach((run, count) -> out.println(String.format(
                    Locale.ROOT,
                    row,
                    run.id(),
                    run.startedAt().truncatedTo(ChronoUnit.SECONDS),
                    count.votes(),
                    count.abstentions(),
                    count.calls(),
                    count.knownUsd())));
        }
        return ExitCode.GOOD.code();
    }
}
