package dev.arena.core.study;

import dev.arena.core.model.Study;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyState;
import dev.arena.core.model.StudyVersion;
import dev.arena.core.model.StudyVersionId;
import dev.arena.core.problem.FreeText;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.StoredStudy;
import dev.arena.core.store.StudyFindings;
import dev.arena.core.study.StudyException.Kind;
import dev.arena.ratings.wording.Sentence;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The studies of a store. One object serves a whole process: it knows every study by heart, and all changes go through it. Safe
 * for use by many threads.
 */
public final class StudyService {
    /** Longest reason of a change of state, in characters. */
    public static final int LONGEST_REASON = 500;

    private final ArenaStore store;
    private final InstantSource clock;
    private final Map<StudyId, StudyCounts> counts = new ConcurrentHashMap<>();
    private final Map<StudyId, Checked> checked = new ConcurrentHashMap<>();
    private volatile @Nullable StudyShelf shelf;

    /** What was found of a version on a state of the catalog. */
    private record Checked(StudyVersionId version, long catalog, List<Sentence> warnings) {}

    public StudyService(ArenaStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Makes a study, as a draft.
     *
     * @throws StudyException where another study has its key
     */
    public synchronized Study create(StudySettings settings) {
        if (find(settings.key()).isPresent()) {
            throw new StudyException(
                    Kind.KEY_TAKEN,
                    "There is a study '" + settings.key() + "' already. Choose another key, or change that study's"
                            + " settings.",
                    Map.of());
        }
        store.studies().create(settings.key(), StudySettingsJson.text(settings), clock.instant());
        return reread(settings.key());
    }

    /**
     * Changes the settings of a study from now on. Battles that are open keep the settings under which they were opened. Settings
     * that are the same change nothing.
     *
     * @throws StudyException where there is no such study, the settings are of another one, or it is closed
     * @throws dev.arena.core.problem.UsageException where the study is open and the settings name what the database does not hold
     */
    public synchronized Study revise(String key, StudySettings settings) {
        Study study = get(key);
        if (!settings.key().equals(key)) {
            throw new StudyException(
                    Kind.KEY_TAKEN,
                    "The settings are those of '" + settings.key() + "', not of '" + key
                            + "'. A study keeps its key, since it is part of its address.",
                    Map.of());
        }
        if (study.state() == StudyState.CLOSED) {
            throw notAllowed(study, "changed");
        }
        if (!study.settings().equals(settings)) {
            if (study.state() == StudyState.OPEN) {
                new StudyCatalogCheck(store.catalog()).check(settings);
            }
            store.studies().addVersion(study.id(), StudySettingsJson.text(settings), clock.instant());
        }
        return reread(key);
    }

    /**
     * Moves a study to another state. A move to the state that it is in changes nothing.
     *
     * @param reason in the words of who does it, at most {@link #LONGEST_REASON} characters; may be empty
     * @throws StudyException where there is no such study, or it cannot go there
     * @throws UsageException where the reason cannot be kept, or a study that is to open names what the database does not hold
     */
    public synchronized Study setState(String key, StudyState state, String reason) {
        FreeText.problem("reason", reason, LONGEST_REASON).ifPresent(problem -> {
            throw new UsageException(problem);
        });
        Study study = get(key);
        if (study.state() == state) {
            return study;
        }
        if (!study.state().mayBecome(state)) {
            throw notAllowed(study, state.word());
        }
        if (state == StudyState.OPEN) {
            new StudyCatalogCheck(store.catalog()).check(study.settings());
        }
        store.studies().addState(study.id(), state, reason, clock.instant());
        return reread(key);
    }

    /** What of a study's settings has no effect on what the database holds now, each as a sentence; empty where all is well. */
    public List<Sentence> warnings(Study study) {
        if (!study.settings().gold().canaries() || study.settings().gold().share() == 0) {
            return List.of();
        }
        long catalog = store.catalogRevision();
        Checked known = checked.get(study.id());
        if (known == null
                || known.catalog() != catalog
                || !known.version().equals(study.version().id())) {
            List<Sentence> found = new StudyCatalogCheck(store.catalog()).warnings(study.settings());
            known = new Checked(study.version().id(), catalog, found);
            checked.put(study.id(), known);
        }
        return known.warnings();
    }

    private static StudyException notAllowed(Study study, String what) {
        String why = study.state() == StudyState.CLOSED
                ? "A closed study stays as it is, since names may have been seen. Create another."
                : "A study goes from draft to open, from open to paused and back, and ends closed.";
        return new StudyException(
                Kind.STATE_NOT_ALLOWED,
                "The study '" + study.key() + "' is " + study.state().word() + " and cannot be " + what + ". " + why,
                Map.of("state", study.state().word()));
    }

    /** The study of that key, drafts included. */
    public Optional<Study> find(String key) {
        return Optional.ofNullable(shelf().byKey().get(key)).map(StudyShelf.Entry::study);
    }

    /**
     * The study of that key, drafts included.
     *
     * @throws StudyException where there is none
     */
    public Study get(String key) {
        return find(key).orElseThrow(() -> StudyException.unknown(key));
    }

    /** All studies, by key. */
    public List<Study> list() {
        return shelf().byKey().values().stream().map(StudyShelf.Entry::study).toList();
    }

    /**
     * All versions of a study, oldest first.
     *
     * @throws StudyException where there is no such study
     */
    public List<StudyVersion> versions(String key) {
        return entry(key).versions();
    }

    /**
     * All states that a study was in, oldest first.
     *
     * @throws StudyException where there is no such study
     */
    public List<StoredStudy.Change> changes(String key) {
        return entry(key).changes();
    }

    private StudyShelf.Entry entry(String key) {
        StudyShelf.Entry entry = shelf().byKey().get(key);
        if (entry == null) {
            throw StudyException.unknown(key);
        }
        return entry;
    }

    /** The settings that hold for a battle. */
    public StudyVersion version(StudyVersionId id) {
        StudyVersion version = shelf().byVersion().get(id);
        if (version == null) {
            throw new NoSuchElementException("no study version " + id.value());
        }
        return version;
    }

    /** The study that a battle belongs to, as it is now. */
    public Study studyOf(StudyVersionId id) {
        StudyId study = version(id).study();
        return list().stream()
                .filter(known -> known.id().equals(study))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no study " + study.value()));
    }

    /** The votes of a study, added up; kept up to date by who stores them. */
    public StudyCounts counts(StudyId study) {
        return counts.computeIfAbsent(
                study,
                id -> new StudyCounts(
                        store.studies().tally(id),
                        version -> version(version).settings().reservation()));
    }

    /** What the battles of a study say about its voters and its coverage. */
    public StudyFindings findings(StudyId study) {
        return store.studies().findings(study);
    }

    /**
     * How far a study is.
     *
     * @throws StudyException where there is no such study
     */
    public StudyProgress progress(String key) {
        Study study = get(key);
        StudyProgress progress = counts(study.id()).progress(clock.instant());
        // what a closed study gave out takes no vote any more
        return study.state() == StudyState.CLOSED ? progress.withoutOpen() : progress;
    }

    private Study reread(String key) {
        shelf = null;
        return get(key);
    }

    private StudyShelf shelf() {
        StudyShelf known = shelf;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            StudyShelf fresh = shelf == null ? StudyShelf.of(store.studies().list()) : shelf;
            shelf = fresh;
            return fresh;
        }
    }
}
