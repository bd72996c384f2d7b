package dev.arena.web.cli;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Run;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.Plan;
import dev.arena.core.tournament.RunRegistry;
import dev.arena.core.tournament.Runner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arena retry}: asks again where a judge gave no verdict. */
@Command(
        name = "retry",
        description = "Ask again where judges of a run failed, refused or could not be read.",
        footer = {
            "",
            "Each new answer takes the place of the abstention, which stays in the log. Verdicts are never asked"
                    + " again.",
            "",
            "Exit codes: 0 nothing failed this time, 2 usage, 4 some still failed, 5 budget used, 6 endpoint"
                    + " unreachable or not",
            "authorised, 130 interrupted.",
            "",
            "Example: arena retry nightly-3f9a1c2e --only failed"
        })
final class RetryCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN-ID", description = "The run; 'arena runs' lists them.")
    String id = "";

    @Option(
            names = "--only",
            paramLabel = "REASON",
            split = ",",
            description = "failed, refused or unparsed; all three where it is not given. Repeatable.")
    List<String> only = new ArrayList<>();

    @Option(names = "--no-wait", description = "Fail at once where another process works on the database.")
    boolean noWait;

    @Option(
            names = "--json",
            description = "Tell what happens as JSON on standard error, an object a line, instead of in words.")
    boolean json;

    RetryCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Set<AbstentionReason> reasons = reasons();
        TournamentSupport support = new TournamentSupport(context.telling(json));
        try (ArenaStore store = support.openToRun("arena retry", noWait)) {
            RunRegistry registry = support.registry(store);
            Run run = registry.get(id);
            Plan plan = registry.plan(run);
            Runner runner = support.runner(store);
            runner.check(plan);
            int code = support.session("retry", run, plan, controls -> runner.retry(plan, run, reasons, controls));
            support.sayCanaries(store, run);
            return code;
        }
    }

    private Set<AbstentionReason> reasons() {
        if (only.isEmpty()) {
            return Runner.RETRIED;
        }
        Set<AbstentionReason> reasons = EnumSet.noneOf(AbstentionReason.class);
        TreeSet<String> allowed = new TreeSet<>();
        Runner.RETRIED.forEach(reason -> allowed.add(reason.word()));
        for (String word : only) {
            if (!allowed.contains(word)) {
                throw new UsageException(
                        "--only '" + word + "' is not allowed; allowed: " + String.join(", ", allowed) + ".");
            }
            Runner.RETRIED.stream().filter(reason -> reason.word().equals(word)).forEach(reasons::add);
        }
        return reasons;
    }
}
