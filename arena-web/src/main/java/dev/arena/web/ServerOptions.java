package dev.arena.web;

import java.util.List;

/**
 * How a server is reached.
 *
 * @param host the name or address it listens on
 * @param port 0 = any free one
 * @param allowedHosts further names that people reach it by, such as a proxy's
 */
public record ServerOptions(String host, int port, List<String> allowedHosts) {
    public ServerOptions {
        allowedHosts = List.copyOf(allowedHosts);
    }
}
