package dev.arena.web.cli;

import picocli.CommandLine;

/** The list of commands: adding one is one line here and one class beside it. */
final class Commands {
    private Commands() {}

    static void addAll(CommandLine line, GlobalOptions global, Console console) {
        CommandContext context = new CommandContext(global, console);
        line.addSubcommand(new ImportCommand(context));
        line.addSubcommand(new PlanCommand(context));
        line.addSubcommand(new RunCommand(context));
        line.addSubcommand(new RetryCommand(context));
        line.addSubcommand(new RunsCommand(context));
        line.getCommandSpec().usageMessage().synopsisSubcommandLabel("COMMAND");
    }
}
