package dev.arena.web.cli;

import dev.arena.core.problem.UsageException;
import picocli.CommandLine.Option;

/** Where runs are shown. */
final class ViewFlags {
    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Port of the page about runs; 0 for any free one (default: ${DEFAULT-VALUE}).")
    int port = 8081;

    /**
     * The port.
     *
     * @throws UsageException for one that is none
     */
    int checked() {
        if (port < 0 || port > MAX_PORT) {
            throw new UsageException("--port " + port + " is not allowed; use a number from 0 to " + MAX_PORT + ".");
        }
        return port;
    }
}
