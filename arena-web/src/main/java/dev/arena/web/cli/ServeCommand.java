package dev.arena.web.cli;

import dev.arena.web.ServerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code arena serve}: the web server. */
@Command(
        name = "serve",
        description = "Serve the arena: blind voting and the leaderboard in a browser, and the HTTP interface.",
        footer = {
            "",
            "Every browser that comes is a voter; a cookie keeps it. Ctrl-C or SIGTERM ends the server within 5"
                    + " seconds.",
            "Behind a proxy, pass the name that people use with --allow-host.",
            "",
            "Examples: arena serve",
            "          arena --db study.db serve --host 0.0.0.0 --port 80 --allow-host arena.example.org"
        })
final class ServeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    final ServerFlags flags = new ServerFlags();

    ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerOptions options = flags.options();
        new Serving(context).serve(context.openStore(StoreWait.SERVER), options, flags.open);
        return ExitCode.GOOD.code();
    }
}
