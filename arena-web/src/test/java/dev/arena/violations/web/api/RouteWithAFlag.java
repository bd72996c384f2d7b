package dev.arena.violations.web.api;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Breaks: the server knows no command line; no SQL in the web module. */
public final class RouteWithAFlag {
    @Option(names = "--flag")
    public @Nullable Connection connection;
}
