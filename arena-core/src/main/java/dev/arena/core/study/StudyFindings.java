package dev.arena.core.study;

import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.store.StudyFigures.Coverage;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the battles of a study say about its voters and its coverage.
 *
 * @param voters by judge; who gave no verdict may be absent
 * @param coverage by contestant
 */
public record StudyFindings(SortedMap<JudgeId, Voter> voters, SortedMap<ContestantId, Coverage> coverage) {
    public StudyFindings {
        voters = Collections.unmodifiableSortedMap(new TreeMap<>(voters));
        coverage = Collections.unmodifiableSortedMap(new TreeMap<>(coverage));
    }

    /**
     * What one voter did.
     *
     * @param goldVotes verdicts on battles with a known answer
     * @param goldRight of these, right ones
     * @param repeatSame verdicts on repeats with the same best as the first time
     * @param medianMs half of the verdicts came as fast, to three digits; null where no time was measured
     */
    public record Voter(
            long goldVotes,
            long goldRight,
            long repeatSame,
            @Nullable Long medianMs) {
        /** Of whom nothing is known. */
        public static final Voter NOBODY = new Voter(0, 0, 0, null);
    }

    /** What is known of a voter. */
    public Voter of(JudgeId voter) {
        return voters.getOrDefault(voter, Voter.NOBODY);
    }
}
