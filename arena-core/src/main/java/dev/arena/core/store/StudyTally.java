package dev.arena.core.store;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.StudyVersionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that the rules of a study need to know of its votes, added up; only current votes of the voters themselves count.
 *
 * @param decided of plain battles by {@link dev.arena.core.model.BattleDraft#matchupKey}: how many were decided
 * @param open battles that are open
 * @param votes how many votes each voter cast on each day
 */
public record StudyTally(Map<String, Integer> decided, List<Open> open, List<Votes> votes) {
    public StudyTally {
        decided = Map.copyOf(decided);
        open = List.copyOf(open);
        votes = List.copyOf(votes);
    }

    /** A battle without a vote. */
    public record Open(
            BattleId battle, JudgeId voter, StudyVersionId version, StudyPart part, String matchup, Instant openedAt) {}

    /**
     * Votes of one voter on one day that are alike.
     *
     * @param day since 1970-01-01, UTC
     * @param decided whether they are verdicts rather than abstentions
     * @param lastMs when the latest of them was cast, or one that was replaced since, UTC
     */
    public record Votes(JudgeId voter, StudyPart part, long day, boolean decided, long count, long lastMs) {}
}
