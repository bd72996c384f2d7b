package dev.arena.web.cli;

import dev.arena.core.canary.CanaryReport;
import dev.arena.core.model.Run;
import dev.arena.core.problem.EndpointException;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.CanaryProbes;
import dev.arena.core.tournament.CanaryReports;
import dev.arena.core.tournament.Plan;
import dev.arena.core.tournament.Planner;
import dev.arena.core.tournament.RunListener;
import dev.arena.core.tournament.RunOutcome;
import dev.arena.core.tournament.RunRegistry;
import dev.arena.core.tournament.Runner;
import dev.arena.core.tournament.StopSignal;
import dev.arena.core.tournament.TournamentReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Function;

/** What the commands about tournaments share. */
record TournamentSupport(CommandContext context) {
    private static final InstantSource CLOCK = InstantSource.system();

    /**
     * The database, to write; it must be there, since a tournament needs what was imported.
     *
     * @param holder what this process does
     * @param noWait whether a database that another process works on is an error at once
     */
    ArenaStore openToRun(String holder, boolean noWait) {
        requireDatabase();
        return new StoreWait(this, !noWait).open(holder);
    }

    /** The database, to read; also while another process writes to it. */
    ArenaStore openToLook() {
        requireDatabase();
        return context.openToRead();
    }

    private void requireDatabase() {
        if (!Files.exists(context.database())) {
            throw new UsageException("There is no database " + context.database()
                    + ". 'arena import' makes it from prompts and responses; --db names another.");
        }
    }

    /**
     * The plan of a tournament file, or of a stored run where there is no such file.
     *
     * @throws UsageException if the argument is neither
     */
    Plan plan(String fileOrRun, ArenaStore store) {
        Path file = Path.of(fileOrRun);
        if (Files.exists(file)) {
            return Planner.plan(TournamentReader.read(file), store.catalog());
        }
        boolean looksLikeAFile = fileOrRun.contains("/") || fileOrRun.endsWith(".yaml") || fileOrRun.endsWith(".yml");
        if (looksLikeAFile) {
            throw new UsageException(fileOrRun + " does not exist. Name an existing tournament file, or a run.");
        }
        RunRegistry registry = registry(store);
        return registry.plan(registry.get(fileOrRun));
    }

    RunRegistry registry(ArenaStore store) {
        return new RunRegistry(store, CLOCK);
    }

    Runner runner(ArenaStore store) {
        return new Runner(store, CLOCK, new SecureRandom(), context.console().environment())
                .withProbes(new CanaryProbes());
    }

    /** The command that goes on with a run. */
    String command(String verb, Run run) {
        String database = context.global().database.equals("arena.db") ? "" : "--db " + context.global().database + " ";
        return "arena " + database + verb + " " + run.id();
    }

    /**
     * Does a session of a run, from Ctrl-C to its exit code.
     *
     * @param verb the command that goes on with it
     */
    int session(String verb, Run run, Plan plan, Function<Runner.Controls, RunOutcome> work) {
        StopSignal stop = new StopSignal();
        JsonEvents events = context.global().events;
        RunListener listener = events == null ? RunListener.NONE : events.listener(plan);
        Runner.Controls controls = new Runner.Controls(stop, context.progress(), listener);
        try {
            RunOutcome outcome = Interrupts.during(() -> work.apply(controls), new StopOnInterrupt(this, run, stop));
            return finish(outcome, plan).code();
        } catch (EndpointException e) {
            tell("stopped", "stopped; what was answered is stored. Go on with: " + command(verb, run));
            printRun(run);
            throw e;
        }
    }

    /** Says what the judges of a run made of its canaries; a judge that failed is named even when quiet. */
    void sayCanaries(ArenaStore store, Run run) {
        for (CanaryReport report : CanaryReports.of(store, run)) {
            CanaryLines.of(report).forEach(context::say);
            CanaryLines.failure(report, run)
                    .ifPresent(text -> warn(text + "; 'arena rate' writes no table with its votes"));
        }
    }

    /** Prints how a session ended, the run's id as the last line of the data, and gives the exit code. */
    private ExitCode finish(RunOutcome outcome, Plan plan) {
        new RunReport(outcome.summary(), plan).lines().forEach(context::say);
        if (!outcome.why().isEmpty()) {
            context.say(outcome.why());
        }
        Run run = outcome.run();
        ExitCode code = ExitCode.GOOD;
        switch (outcome.ending()) {
            case STOPPED -> {
                tell("stopped", "stopped; go on with: " + command("run", run));
                code = ExitCode.INTERRUPTED;
            }
            case BUDGET -> {
                tell(
                        "budget",
                        "the budget is used; go on with a larger one: " + command("run", run)
                                + " --max-calls N or --max-cost-usd USD");
                code = ExitCode.CAP_REACHED;
            }
            case FINISHED -> {
                if (outcome.summary().failures() > 0) {
                    warn(outcome.summary().failures() + " judgments failed; ask them again with: "
                            + command("retry", run));
                    code = ExitCode.SOME_FAILED;
                }
            }
        }
        if (context.global().events != null) {
            context.global().events.finished(outcome);
        }
        printRun(run);
        return code;
    }

    /** Names the run on standard output. */
    private void printRun(Run run) {
        context.console().out().println("run " + run.id());
        context.console().out().flush();
    }

    /** A message that is printed even when quiet. */
    void warn(String message) {
        tell("warning", message);
    }

    private void tell(String event, String message) {
        JsonEvents events = context.global().events;
        if (events != null) {
            events.tell(event, message);
            return;
        }
        context.console().err().println(message);
        context.console().err().flush();
    }
}
