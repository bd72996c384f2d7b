package dev.arena.web.cli;

import dev.arena.core.problem.UsageException;
import dev.arena.web.ServerOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Flags of every command that serves. */
final class ServerFlags {
    private static final int MAX_PORT = 65_535;

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

    /**
     * How the server is reached.
     *
     * @throws UsageException for a port that is none
     */
    ServerOptions options() {
        if (port < 0 || port > MAX_PORT) {
            throw new UsageException("--port " + port + " is not allowed; use a number from 0 to " + MAX_PORT + ".");
        }
        return new ServerOptions(host, port, allowedHosts);
    }
}
