package dev.arena.violations.web.cli;

import io.javalin.Javalin;
import org.jspecify.annotations.Nullable;

/** Breaks: commands know no web framework. */
public final class CommandWithAServer {
    public static int started;
    public @Nullable Javalin server;
}
