package dev.arena.web.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: it only says that a command is needed. */
@Command(
        name = "arena",
        mixinStandardHelpOptions = true,
        versionProvider = ArenaVersion.class,
        scope = picocli.CommandLine.ScopeType.INHERIT,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "A blind arena with a rating engine: vote, judge, rate, export.",
        footer = {
            "",
            "Exit codes: 0 good, 1 unexpected, 2 usage, 3 input invalid, 4 some items failed,",
            "5 budget reached (resumable), 6 endpoint unreachable or not authorised, 130 interrupted.",
            "",
            "Example: arena demo"
        })
final class ArenaCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Mixin
    final GlobalOptions global = new GlobalOptions();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: arena COMMAND. 'arena --help' lists the commands.");
    }
}
