package dev.arena.web.cli;

import dev.arena.core.problem.UsageException;
import dev.arena.web.ServerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code arena serve}: the web server. */
@Command(
        name = "serve",
        description = "Serve the arena: blind voting and the leaderboard in a browser, and the HTTP interface.",
        footer = {
            "",
            "Every browser that comes is a voter; a cookie keeps it. Ctrl-C or SIGTERM ends the server within 5 seconds.",
            "Behind a proxy, pass the name that people use with --allow-host.",
            "",
            "Examples: arena serve",
            "          arena --db study.db serve --host 0.0.0.0 --port 80 --allow-host arena.example.org"
        })
final class ServeCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;

    private final CommandContext context;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Name or address to listen on; 0.0.0.0 for all (default: ${DEFAULT-VALUE}).")
    String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; 0 for any free one (default: ${DEFAULT-VALUE}).")
    int port = 8080;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            split = ",",
            description = "A further name that people reach this server by; may be repeated.")
    List<String> allowedHosts = new ArrayList<>();

    @Option(names = "--open", description = "Open the page in this machine's browser.")
    boolean open;

    ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerOptions options = options();
        new Serving(context).serve(context.openStore(), options, open);
        return ExitCode.GOOD.code();
    }

    private ServerOptions options() {
        if (port < 0 || port > MAX_PORT) {
            throw new UsageException("--port " + port + " is not allowed; use a number from 0 to " + MAX_PORT + ".");
        }
        return new ServerOptions(host, port, allowedHosts);
    }
}
