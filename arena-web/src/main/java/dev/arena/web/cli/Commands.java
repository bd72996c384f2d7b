package dev.arena.web.cli;

import picocli.CommandLine;

/** The list of commands: adding one is one line here and one class beside it. */
final class Commands {
    private Commands() {}

    static void addAll(CommandLine line, CommandContext context) {
        line.addSubcommand(new DemoCommand(context));
        line.addSubcommand(new ServeCommand(context));
        line.addSubcommand(new ImportCommand(context));
        line.addSubcommand(new PlanCommand(context));
        line.addSubcommand(new RunCommand(context));
        line.addSubcommand(new RetryCommand(context));
        line.addSubcommand(new ReparseCommand(context));
        line.addSubcommand(new RunsCommand(context));
        line.addSubcommand(new ViewCommand(context));
        line.addSubcommand(StudyCommand.line(context));
        line.addSubcommand(new RateCommand(context));
        line.addSubcommand(new QualityCommand(context));
        line.addSubcommand(new AgreeCommand(context));
        line.addSubcommand(new ExamCommand(context));
        line.addSubcommand(new ExportCommand(context));
        line.addSubcommand(new SnapshotCommand(context));
        line.addSubcommand(new BackupCommand(context));
        line.addSubcommand(new VerifyCommand(context));
        line.addSubcommand(new ConfigCommand(context));
    }
}
