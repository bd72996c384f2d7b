package dev.arena.web.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;

/**
 * The world a command talks to; tests give their own.
 *
 * @param out data, and nothing else
 * @param err messages, progress, logs
 * @param terminal whether {@code err} is a terminal that a bar can be drawn on
 */
public record Console(
        InputStream in, PrintWriter out, PrintWriter err, Map<String, String> environment, boolean terminal) {}
