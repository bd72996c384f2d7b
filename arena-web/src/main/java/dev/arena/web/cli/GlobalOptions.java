package dev.arena.web.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Flags that every command takes, before or after its name. */
final class GlobalOptions {
    @Option(
            names = "--db",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            defaultValue = "arena.db",
            description = "The database file (default: ${DEFAULT-VALUE}).")
    String database = "arena.db";

    @Option(
            names = {"-c", "--config"},
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "A YAML file of settings; flags and ARENA_… variables win over it.")
    @Nullable
    Path config;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print only data and errors.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Print what is done, and stack traces of unexpected errors.")
    boolean verbose;

    @Option(names = "--no-progress", scope = ScopeType.INHERIT, description = "Show no progress.")
    boolean noProgress;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "Colour in messages: auto, always or never (default: ${DEFAULT-VALUE}; NO_COLOR is honoured).")
    String color = "auto";

    /** Told in place of people, where a command was asked for events. */
    @Nullable
    JsonEvents events;
}
