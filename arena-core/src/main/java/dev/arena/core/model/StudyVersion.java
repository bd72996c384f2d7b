package dev.arena.core.model;

import java.time.Instant;

/**
 * One version of a study's settings; immutable, like the battles that were opened under it.
 *
 * @param number 1, 2, … within the study
 * @param guidelinesVersion the number of the version in which the guidelines were last changed
 */
public record StudyVersion(
        StudyVersionId id,
        StudyId study,
        int number,
        int guidelinesVersion,
        StudySettings settings,
        Instant storedAt) {}
