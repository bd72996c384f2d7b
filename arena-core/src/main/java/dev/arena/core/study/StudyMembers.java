package dev.arena.core.study;

import dev.arena.core.model.JudgeId;
import dev.arena.core.model.StudyId;

/** Who took an invitation to vote in a study. */
@FunctionalInterface
public interface StudyMembers {
    /** Whether that voter may vote in a study that wants invited voters. */
    boolean isVoter(JudgeId voter, StudyId study);

    /** Nobody was invited anywhere. */
    static StudyMembers nobody() {
        return (voter, study) -> false;
    }
}
