package dev.arena.web.api;

import dev.arena.core.model.Study;
import dev.arena.core.model.StudyId;
import dev.arena.core.study.StudyService;
import org.jspecify.annotations.Nullable;

/** What studies are called outside the store. */
final class StudyKeys {
    private final StudyService studies;

    StudyKeys(StudyService studies) {
        this.studies = studies;
    }

    /** The key of a study that is stored; null for no study. */
    @Nullable
    String keyOrNull(@Nullable StudyId id) {
        return id == null
                ? null
                : studies.list().stream()
                        .filter(study -> study.id().equals(id))
                        .findFirst()
                        .map(Study::key)
                        .orElseThrow(() -> new IllegalStateException("study " + id.value() + " is stored"));
    }

    /**
     * The study of a key.
     *
     * @throws dev.arena.core.study.StudyException where there is none
     */
    StudyId require(String key) {
        return studies.get(key).id();
    }
}
