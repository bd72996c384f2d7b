package dev.arena.core.study;

import dev.arena.core.model.Study;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyVersion;
import dev.arena.core.model.StudyVersionId;
import dev.arena.core.store.StoredStudy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All studies of a store at one moment, with their settings read. */
record StudyShelf(SortedMap<String, Entry> byKey, Map<StudyVersionId, StudyVersion> byVersion) {
    /** A study with all that it ever was. */
    record Entry(Study study, List<StudyVersion> versions, List<StoredStudy.Change> changes) {}

    static StudyShelf of(List<StoredStudy> stored) {
        SortedMap<String, Entry> byKey = new TreeMap<>();
        Map<StudyVersionId, StudyVersion> byVersion = new HashMap<>();
        for (StoredStudy study : stored) {
            List<StudyVersion> versions = versions(study);
            versions.forEach(version -> byVersion.put(version.id(), version));
            Study now = new Study(study.id(), study.key(), study.state(), versions.get(versions.size() - 1));
            byKey.put(study.key(), new Entry(now, versions, study.changes()));
        }
        return new StudyShelf(Collections.unmodifiableSortedMap(byKey), Map.copyOf(byVersion));
    }

    private static List<StudyVersion> versions(StoredStudy study) {
        List<StudyVersion> versions = new ArrayList<>();
        String guidelines = "";
        int guidelinesVersion = 1;
        for (StoredStudy.Version stored : study.versions()) {
            StudySettings settings = StudySettingsReader.readJson(
                    "version " + stored.number() + " of study " + study.key(), stored.settings());
            if (stored.number() == 1 || !settings.guidelines().equals(guidelines)) {
                guidelinesVersion = stored.number();
            }
            guidelines = settings.guidelines();
            versions.add(new StudyVersion(
                    stored.id(), study.id(), stored.number(), guidelinesVersion, settings, stored.storedAt()));
        }
        return List.copyOf(versions);
    }
}
