package dev.arena.core.store;

import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyState;
import dev.arena.core.model.StudyVersionId;
import java.time.Instant;
import java.util.List;

/**
 * A study as it is stored, with all that it ever was.
 *
 * @param versions oldest first, at least one
 * @param changes of its state, oldest first, at least one
 */
public record StoredStudy(StudyId id, String key, List<Version> versions, List<Change> changes) {
    public StoredStudy {
        versions = List.copyOf(versions);
        changes = List.copyOf(changes);
    }

    /**
     * Settings that held for the battles opened under them.
     *
     * @param number 1, 2, …
     * @param settings JSON
     */
    public record Version(StudyVersionId id, int number, String settings, Instant storedAt) {}

    /** The study went into a state, and why. */
    public record Change(StudyState state, String reason, Instant changedAt) {}

    /** Where it stands. */
    public StudyState state() {
        return changes.get(changes.size() - 1).state();
    }
}
