package dev.arena.core.store;

import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the battles of a study say about its voters and its coverage, beside its {@link StudyTally}; only current votes of the voters
 * themselves count.
 *
 * @param voters by judge; of whom nothing is known is not there
 * @param coverage by contestant
 */
public record StudyFindings(SortedMap<JudgeId, Voter> voters, SortedMap<ContestantId, Coverage> coverage) {
    private static final long THREE_DIGITS = 1_000;

    public StudyFindings {
        voters = Collections.unmodifiableSortedMap(new TreeMap<>(voters));
        coverage = Collections.unmodifiableSortedMap(new TreeMap<>(coverage));
    }

    /**
     * What one voter did.
     *
     * @param goldVotes verdicts on battles with a known answer
     * @param goldRight of these, right ones
     * @param repeatSame verdicts on repeats with the same best as the first time, or none both times
     * @param medianMs half of the verdicts came as fast, to three digits; of two in the middle the shorter; null where no time was
     *     measured
     */
    public record Voter(
            long goldVotes,
            long goldRight,
            long repeatSame,
            @Nullable Long medianMs) {
        /** Of whom nothing is known. */
        public static final Voter NOBODY = new Voter(0, 0, 0, null);
    }

    /**
     * How often a contestant was seen in plain battles.
     *
     * @param battles opened, skipped ones included
     * @param votes verdicts on them
     */
    public record Coverage(long battles, long votes) {
        /** Both together. */
        public Coverage plus(Coverage other) {
            return new Coverage(battles + other.battles, votes + other.votes);
        }
    }

    /** What is known of a voter. */
    public Voter of(JudgeId voter) {
        return voters.getOrDefault(voter, Voter.NOBODY);
    }

    /** A time without all but its first three digits: what is kept of millions of them stays small, and says enough. */
    public static long threeDigits(long ms) {
        long unit = 1;
        while (ms / unit >= THREE_DIGITS) {
            unit *= 10;
        }
        return ms / unit * unit;
    }
}
