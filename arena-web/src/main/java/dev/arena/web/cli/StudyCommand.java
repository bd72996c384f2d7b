package dev.arena.web.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code arena study}: makes, changes and watches studies. */
@Command(
        name = "study",
        description = "Make, change and watch studies: who votes on what, how often, and what is asked.",
        footer = {
            "",
            "docs/studies.md explains the file. A study begins as a draft; 'arena study open KEY' lets voters in.",
            "While 'arena serve' runs on the database, an administrator does the same in the browser (/admin/studies).",
            "",
            "Example: arena study create study.yaml && arena study open summaries"
        })
final class StudyCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private StudyCommand() {}

    /** The command with its own commands. */
    static CommandLine line(CommandContext context) {
        return new CommandLine(new StudyCommand())
                .addSubcommand(new StudySettingsCommands.Create(context))
                .addSubcommand(new StudySettingsCommands.Revise(context))
                .addSubcommand(new StudyViewCommands.ListAll(context))
                .addSubcommand(new StudyViewCommands.Status(context))
                .addSubcommand(new StudyStateCommands.Open(context))
                .addSubcommand(new StudyStateCommands.Pause(context))
                .addSubcommand(new StudyStateCommands.Close(context))
                .addSubcommand(new StudyInviteCommands.Make(context))
                .addSubcommand(new StudyInviteCommands.ListAll(context))
                .addSubcommand(new StudyInviteCommands.Revoke(context))
                .addSubcommand(new StudyViewCommands.Export(context));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "study needs a command: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
