package dev.arena.core.leak;

import java.util.Locale;

/** What is done about a response that tells who wrote it. */
public enum LeakAction {
    /** Its spans are covered where a voter sees them; what is stored stays as it is. */
    MASK,
    /** It is not drawn. */
    REPLACE,
    /** It is shown as it is, and votes on it are left out of ratings. */
    FLAG,
    /** Nothing is looked for. */
    OFF;

    /** The word used in files and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
