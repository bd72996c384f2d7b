package dev.arena.core.store;

import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyVersionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The studies of an in-memory store; used under its lock. */
final class InMemoryStudyTable {
    private final Memory memory;
    private final List<StudyId> ids = new ArrayList<>();
    private final Map<StudyId, StoredStudy> byId = new HashMap<>();
    private final Map<String, StudyId> byKey = new HashMap<>();
    private final Map<StudyVersionId, StudyId> ofVersion = new HashMap<>();

    private final Map<StudyVersionId, List<String>> samples = new HashMap<>();

    InMemoryStudyTable(Memory memory) {
        this.memory = memory;
    }

    static Instant ms(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    Optional<StoredStudy> find(String key) {
        return Optional.ofNullable(byKey.get(key)).map(this::get);
    }

    StoredStudy get(StudyId id) {
        StoredStudy study = byId.get(id);
        if (study == null) {
            throw new NoSuchElementException("no study " + id.value());
        }
        return study;
    }

    List<StoredStudy> list() {
        return ids.stream().map(this::get).toList();
    }

    /** The study of a version; null where there is no such version. */
    @Nullable
    StudyId studyOf(@Nullable BattleStudy place) {
        return place == null ? null : ofVersion.get(place.version());
    }

    void require(@Nullable BattleStudy place) {
        if (place != null && !ofVersion.containsKey(place.version())) {
            throw new IllegalArgumentException(
                    "study version " + place.version().value() + " is not stored");
        }
    }

    List<String> putSample(StudyVersionId version, List<String> matchups) {
        List<String> known = samples.get(version);
        if (known == null) {
            known = List.copyOf(matchups);
            memory.put(samples, version, known);
        }
        return known;
    }

    Optional<List<String>> findSample(StudyVersionId version) {
        return Optional.ofNullable(samples.get(version));
    }

    StudyVersionId nextVersion() {
        return new StudyVersionId(ofVersion.size() + 1L);
    }

    /** A new study, not yet with a version. */
    StudyId add(String key) {
        StudyId id = new StudyId(ids.size() + 1L);
        memory.add(ids, id);
        memory.put(byKey, key, id);
        memory.put(byId, id, new StoredStudy(id, key, List.of(), List.of()));
        return id;
    }

    StoredStudy put(StoredStudy known, StoredStudy.Version version) {
        memory.put(ofVersion, version.id(), known.id());
        List<StoredStudy.Version> versions = new ArrayList<>(known.versions());
        versions.add(version);
        return put(new StoredStudy(known.id(), known.key(), versions, known.changes()));
    }

    StoredStudy put(StoredStudy known, StoredStudy.Change change) {
        List<StoredStudy.Change> changes = new ArrayList<>(known.changes());
        changes.add(change);
        return put(new StoredStudy(known.id(), known.key(), known.versions(), changes));
    }

    private StoredStudy put(StoredStudy study) {
        memory.put(byId, study.id(), study);
        return study;
    }
}
