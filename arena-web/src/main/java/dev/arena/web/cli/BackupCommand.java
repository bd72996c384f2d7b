package dev.arena.web.cli;

import dev.arena.core.store.sql.StoreBackup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code arena backup}: a consistent copy of the database, also while a server writes to it. */
@Command(
        name = "backup",
        description = "Copy the database consistently, also while a server writes to it.",
        footer = {"", "Example: arena backup arena-2026-11-22.db"})
final class BackupCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "Where the copy goes; must not exist.")
    Path target = Path.of("");

    BackupCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        StoreBackup.copy(context.database(), target);
        context.say("backed up " + context.database() + " to " + target + "; 'arena verify --db " + target
                + "' checks it.");
        return ExitCode.GOOD.code();
    }
}
