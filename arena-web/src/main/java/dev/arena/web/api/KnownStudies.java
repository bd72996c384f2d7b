package dev.arena.web.api;

import dev.arena.core.model.Study;
import dev.arena.core.model.StudyId;
import dev.arena.core.study.StudyService;
import java.util.Optional;

/** The keys of the studies of a store. */
record KnownStudies(StudyService studies) implements StudyKeys {
    @Override
    public String key(StudyId id) {
        return studies.list().stream()
                .filter(study -> study.id().equals(id))
                .findFirst()
                .map(Study::key)
                .orElseThrow(() -> new IllegalStateException("study " + id.value() + " is stored"));
    }

    @Override
    public Optional<StudyId> find(String key) {
        return studies.find(key).map(Study::id);
    }
}
