package dev.arena.core.battle;

import dev.arena.core.leak.LeakScreen;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyVersion;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyCounts;
import dev.arena.core.study.StudyService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The table of each study, made anew when its settings or the catalog change. */
final class StudyTables {
    private final ArenaStore store;
    private final StudyService studies;
    private final StudyMatchmakers matchmakers;
    private final LeakScreen leaks;
    private final AtomicLong catalogs = new AtomicLong();
    private final Map<StudyId, Slot> slots = new ConcurrentHashMap<>();

    private static final class Slot {
        private @Nullable StudyTable table;
        private long catalog = -1;
    }

    StudyTables(ArenaStore store, StudyService studies, StudyMatchmakers matchmakers, LeakScreen leaks) {
        this.store = store;
        this.leaks = leaks;
        this.studies = studies;
        this.matchmakers = matchmakers;
    }

    /** The catalog changed. */
    void refresh() {
        catalogs.incrementAndGet();
    }

    /** The table of a study as it is now. */
    StudyTable of(Study study) {
        Slot slot = slots.computeIfAbsent(study.id(), id -> new Slot());
        synchronized (slot) {
            long catalog = catalogs.get();
            StudyTable known = slot.table;
            if (known != null
                    && slot.catalog == catalog
                    && known.version().id().equals(study.version().id())) {
                return known;
            }
            StudyTable fresh = make(study);
            slot.table = fresh;
            slot.catalog = catalog;
            return fresh;
        }
    }

    private StudyTable make(Study study) {
        StudyCounts counts = studies.counts(study.id());
        StudyCandidates candidates = StudyCandidates.read(
                store.catalog(), study.settings(), leaks.withheld(StudyLeaks.policy(study.version())));
        List<String> sample = study.settings().matchups() == null ? null : sample(study, candidates.index());
        return new StudyTable(study, counts, candidates, matchmakers.of(study), sample);
    }

    /** Drawn once and stored; a version whose settings change nothing about it keeps the matchups of the one before. */
    private List<String> sample(Study study, CandidateIndex index) {
        Optional<List<String>> known =
                store.studies().findSample(study.version().id());
        if (known.isPresent()) {
            return known.get();
        }
        Drawing drawing = Drawing.of(study.settings());
        List<String> drawn = null;
        for (StudyVersion version : studies.versions(study.key())) {
            if (Drawing.of(version.settings()).equals(drawing)) {
                drawn = store.studies().findSample(version.id()).orElse(drawn);
            }
        }
        if (drawn == null) {
            long wanted = drawing.matchups() == null ? index.size() : drawing.matchups();
            drawn = FixedMatchups.draw(index, wanted, study.settings().seed());
        }
        return store.studies().putSample(study.version().id(), drawn);
    }

    /** What the matchups that are drawn once depend on. */
    private record Drawing(
            StudySettings.Prompts prompts,
            List<String> contestants,
            int k,
            @Nullable Integer matchups,
            long seed) {
        static Drawing of(StudySettings settings) {
            return new Drawing(
                    settings.prompts(), settings.contestants(), settings.k(), settings.matchups(), settings.seed());
        }
    }
}
