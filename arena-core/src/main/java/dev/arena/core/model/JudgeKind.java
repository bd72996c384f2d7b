package dev.arena.core.model;

import java.util.Locale;

/** What decides. */
public enum JudgeKind {
    HUMAN,
    LLM,
    METRIC,
    COMMAND,
    JURY,
    /** Judgments of another tool, read from its files. */
    REPLAY,
    /** A seeded stand-in with planted strengths and biases; its votes are simulated, and every table made of them says so. */
    SCRIPTED,
    /** A rule of the arena itself, such as "byte-identical responses tie". */
    RULE;

    /** The word used in files, filters and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether votes of this kind are simulated. */
    public boolean simulated() {
        return this == SCRIPTED;
    }
}
