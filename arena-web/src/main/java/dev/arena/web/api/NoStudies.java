package dev.arena.web.api;

import dev.arena.core.model.StudyId;
import java.util.Optional;

/** Stands where a server knows no studies. */
final class NoStudies implements StudyKeys {
    @Override
    public String key(StudyId study) {
        return String.valueOf(study.value());
    }

    @Override
    public Optional<StudyId> find(String key) {
        return Optional.empty();
    }
}
