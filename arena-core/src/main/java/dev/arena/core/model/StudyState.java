package dev.arena.core.model;

import java.util.Locale;

/** Where a study stands. It begins as a draft, opens, may be paused and opened again, and is closed for good. */
public enum StudyState {
    /** Being prepared: nobody but its makers can see it. */
    DRAFT,
    /** Voters are given battles. */
    OPEN,
    /** Nobody is given a new battle; votes on battles that were given are taken. */
    PAUSED,
    /** Over: no vote is taken. */
    CLOSED;

    /** The word used in files and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether votes on battles that were given are taken. */
    public boolean takesVotes() {
        return this == OPEN || this == PAUSED;
    }

    /** Whether a study may go from this state to another. A closed study stays closed, since names may have been seen since. */
    public boolean mayBecome(StudyState next) {
        return switch (this) {
            case DRAFT -> next == OPEN || next == CLOSED;
            case OPEN -> next == PAUSED || next == CLOSED;
            case PAUSED -> next == OPEN || next == CLOSED;
            case CLOSED -> false;
        };
    }
}
