package dev.arena.core.model;

/**
 * A study: which prompts and contestants meet, what is asked about them, and who votes.
 *
 * @param key unique in a database, part of its address
 * @param version the newest version; battles under older ones keep theirs
 */
public record Study(StudyId id, String key, StudyState state, StudyVersion version) {
    /** The settings of the newest version. */
    public StudySettings settings() {
        return version.settings();
    }
}
