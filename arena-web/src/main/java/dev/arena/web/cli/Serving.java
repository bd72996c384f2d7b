package dev.arena.web.cli;

import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import dev.arena.web.Arena;
import dev.arena.web.ArenaServer;
import dev.arena.web.ServerOptions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Option;

/** Flags of a server, and a server's life on the command line: start, say where, wait, stop. */
final class Serving {
    private static final int LARGEST_PORT = 65_535;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; 0 is any free one (default: ${DEFAULT-VALUE}).")
    int port = 8080;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "A further name that people reach it by, such as a proxy's; may be repeated.")
    List<String> allowedHosts = new ArrayList<>();

    @Option(names = "--open", description = "Open the page in this machine's browser.")
    boolean open;

    /**
     * Refuses flags that cannot be served with, before any other work is done.
     *
     * @throws UsageException for a port that is none
     */
    void check() {
        if (port < 0 || port > LARGEST_PORT) {
            throw new UsageException(
                    "--port " + port + " is not allowed; use a number from 0 (any free port) to 65535.");
        }
    }

    /** Serves until the process is told to end; then lets requests under way finish and closes the store. */
    void serve(ArenaStore store, CommandContext context) throws InterruptedException {
        ArenaServer.Parts parts =
                Arena.parts(store, ArenaVersion.version(), InstantSource.system(), new SecureRandom());
        ArenaServer server = ArenaServer.start(new ServerOptions(host, port, allowedHosts), parts);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            store.close();
                            stopped.countDown();
                        },
                        "stop"));
        context.console().err().println("Arena is listening on " + server.url() + " (Ctrl-C ends it)");
        context.console().err().flush();
        if (open) {
            Browser.open(server.url(), context);
        }
        stopped.await();
    }
}
