package dev.arena.web.cli;

import dev.arena.core.model.Run;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.RunCount;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code arena runs}: lists the runs of a database, or shows what one of them took. */
@Command(
        name = "runs",
        description = "List the runs of tournaments, newest first, or show what one of them took.",
        footer = {
            "",
            "Columns: run, when it began (UTC), current votes, of these abstentions, calls, known cost in USD.",
            "With RUN-ID: for each judge the calls that came to an end, how often something was sent, calls that were"
                    + " asked once",
            "more, answers taken from earlier calls, calls of unknown fate, tokens, known cost, calls of unknown cost;"
                    + " then why each",
            "session ended.",
            "",
            "Example: arena runs"
        })
final class RunsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN-ID", arity = "0..1", description = "Show what this run took.")
    @Nullable
    String id;

    RunsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        TournamentSupport support = new TournamentSupport(context);
        try (ArenaStore store = support.openToLook()) {
            PrintWriter out = context.console().out();
            if (id != null) {
                Run run = support.registry(store).get(id);
                new RunLedger(store, run).lines().forEach(out::println);
                return ExitCode.GOOD.code();
            }
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
