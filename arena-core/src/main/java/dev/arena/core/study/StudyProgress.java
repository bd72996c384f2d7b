package dev.arena.core.study;

import dev.arena.core.model.JudgeId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How far a study is. All votes are current ones: a vote taken back is an abstention.
 *
 * @param votes verdicts on plain battles
 * @param gold verdicts on gold battles
 * @param repeats verdicts on repeats
 * @param abstentions skips, votes taken back and battles that were not voted on in time
 * @param open battles that voters have in hand
 * @param byDay verdicts by day since 1970-01-01 (UTC), all parts
 * @param byCoverage how many matchups have that many verdicts; those without any are left out
 * @param voters by judge
 */
public record StudyProgress(
        long votes,
        long gold,
        long repeats,
        long abstentions,
        long open,
        SortedMap<Long, Long> byDay,
        SortedMap<Integer, Integer> byCoverage,
        List<Voter> voters) {
    public StudyProgress {
        voters = List.copyOf(voters);
    }

    /**
     * What one voter did.
     *
     * @param votes verdicts on plain battles
     * @param lastVoteMs when the latest vote was cast, UTC
     */
    public record Voter(JudgeId voter, long votes, long gold, long repeats, long abstentions, long lastVoteMs) {}

    /** The same with no battle in hand. */
    StudyProgress withoutOpen() {
        return new StudyProgress(votes, gold, repeats, abstentions, 0, byDay, byCoverage, voters);
    }

    /** How many matchups have at least one verdict. */
    public long matchupsWithVotes() {
        return byCoverage.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** How many matchups have at least that many verdicts. */
    public long matchupsWith(int wanted) {
        long matchups = 0;
        for (Map.Entry<Integer, Integer> entry : byCoverage.tailMap(wanted).entrySet()) {
            matchups += entry.getValue();
        }
        return matchups;
    }
}
