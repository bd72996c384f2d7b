package dev.arena.core.model;

import java.util.Locale;

/** What somebody may do beyond voting where everybody may. */
public enum Role {
    /** Everything, in the whole arena. */
    ADMIN,
    /** Reads everything, in the whole arena, and changes nothing but snapshots. */
    ANALYST,
    /** Votes in one study. */
    VOTER;

    /** The word used in links, flags and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it shows who wrote what, so that whoever holds it is not blind. */
    public boolean seesNames() {
        return this != VOTER;
    }
}
