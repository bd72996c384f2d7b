package dev.arena.core.store;

import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyState;
import dev.arena.core.model.StudyVersionId;
import dev.arena.core.model.VoteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Studies with their versions and states, and what votes in them say besides their verdict. Nothing is ever changed or removed. */
public interface StudyStore {
    /**
     * Stores a study with its first version, as a draft.
     *
     * @param settings JSON
     * @throws IllegalArgumentException if a study has that key
     */
    StoredStudy create(String key, String settings, Instant now);

    /**
     * Adds a version, which holds from now on.
     *
     * @throws java.util.NoSuchElementException if there is no such study
     */
    StoredStudy addVersion(StudyId study, String settings, Instant now);

    /**
     * Adds a state, which holds from now on.
     *
     * @throws java.util.NoSuchElementException if there is no such study
     */
    StoredStudy addState(StudyId study, StudyState state, String reason, Instant now);

    /** The study of that key. */
    Optional<StoredStudy> find(String key);

    /** All studies, by id. */
    List<StoredStudy> list();

    /**
     * Stores the matchups that were drawn once for a version; those that are stored already stay.
     *
     * @param matchups as {@link dev.arena.core.model.BattleDraft#matchupKey} writes them
     * @return what is stored now
     */
    List<String> putSample(StudyVersionId version, List<String> matchups);

    /** The matchups that were drawn once for a version; empty where none were. */
    Optional<List<String>> findSample(StudyVersionId version);

    /** Adds up the votes of a study. */
    StudyTally tally(StudyId study);

    /** Adds up what those who run a study look at; in a store that stays, without reading its votes. */
    StudyFindings findings(StudyId study);

    /** What a vote answered to the questions of its study, as JSON; empty where it answered nothing. */
    Optional<String> findAnswers(VoteId vote);

    /** All answers after a vote (exclusive, 0 = from the start), by vote. */
    void scanAnswers(VoteId after, AnswerAction action);

    /** Takes the answers of a vote. */
    interface AnswerAction {
        /**
         * Called once for each vote that answered something.
         *
         * @param answers JSON
         */
        void take(VoteId vote, String answers);
    }
}
