package dev.arena.web.cli;

import dev.arena.core.store.ArenaStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code arena serve}: the web server. */
@Command(
        name = "serve",
        description = "Serve the voting page, the leaderboard and the HTTP interface.",
        footer = {"", "Example: arena serve --port 8080 --open"})
final class ServeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    final Serving serving = new Serving();

    ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        serving.check();
        ArenaStore store = context.openStore();
        try {
            if (store.catalog().listCurrentResponses().isEmpty()) {
                context.say(
                        "The database " + context.database()
                                + " holds no responses yet; 'arena import' brings some, 'arena demo' shows an arena that has them.");
            }
            serving.serve(store, context);
        } finally {
            store.close();
        }
        return ExitCode.GOOD.code();
    }
}
