package dev.arena.web.api;

import dev.arena.core.model.StudyId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What studies are called outside the store. */
interface StudyKeys {
    /** The key of a study that is stored. */
    String key(StudyId study);

    /** The study of a key. */
    Optional<StudyId> find(String key);

    /** The key; null for no study. */
    default @Nullable String keyOrNull(@Nullable StudyId study) {
        return study == null ? null : key(study);
    }

    /**
     * The study of a key.
     *
     * @throws ApiException 404 {@code unknown_study}
     */
    default StudyId require(String key) {
        return find(key)
                .orElseThrow(() -> new ApiException(
                        404,
                        "unknown_study",
                        "There is no study of that key. GET /api/studies lists those that you may see.",
                        Map.of("found", Errors.shorten(key))));
    }
}
