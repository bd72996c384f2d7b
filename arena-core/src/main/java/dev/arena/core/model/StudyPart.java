package dev.arena.core.model;

import java.util.Locale;

/** What a battle of a study is for. A voter is never told, and only plain battles reach ratings. */
public enum StudyPart {
    /** A matchup whose outcome is asked for. */
    PLAIN,
    /** A battle whose right answer is known. */
    GOLD,
    /** A battle that its voter decided before, in another order. */
    REPEAT;

    /** The word used in files and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
