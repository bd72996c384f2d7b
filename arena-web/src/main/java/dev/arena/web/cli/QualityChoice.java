package dev.arena.web.cli;

import dev.arena.core.problem.UsageException;

/** What {@code --quality} says, to the server and to tables; the words are those of both, since a config file has one key for them. */
enum QualityChoice {
    /** Decisions hold; nothing decides by itself. */
    ON,
    /** Decisions hold, and a server's rules decide. */
    AUTO,
    /** Tables look past decisions; nothing decides by itself. */
    OFF;

    /** YAML reads the words on and off as true and false, so those are taken too. */
    static QualityChoice parse(String text) {
        return switch (text) {
            case "on", "true" -> ON;
            case "auto" -> AUTO;
            case "off", "false" -> OFF;
            default -> throw new UsageException("--quality '" + text + "' is not allowed; use one of: on, off, auto.");
        };
    }
}
