package dev.arena.core.store;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import java.util.List;
import java.util.Map;

/**
 * What those who run a study look at beside its {@link StudyTally}, added up at one moment; only current votes of the voters themselves
 * count.
 *
 * @param lastVote the newest vote of the whole log at that moment; 0 in an empty log
 * @param lastBattle the newest battle of the whole store at that moment; 0 where there is none
 * @param coverage of plain battles
 * @param gold verdicts on gold battles
 * @param times of verdicts, as far as they were measured
 */
public record StudyFigures(
        VoteId lastVote,
        BattleId lastBattle,
        Map<ContestantId, Coverage> coverage,
        List<Gold> gold,
        List<Times> times) {
    private static final long THREE_DIGITS = 1_000;

    public StudyFigures {
        coverage = Map.copyOf(coverage);
        gold = List.copyOf(gold);
        times = List.copyOf(times);
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

    /**
     * Verdicts of one voter on gold battles that are alike.
     *
     * @param source what is right, as {@link dev.arena.core.model.GoldAnswer} writes it
     */
    public record Gold(JudgeId voter, String source, Verdict verdict, long count) {}

    /**
     * Verdicts of one voter that took as long.
     *
     * @param ms to three digits
     */
    public record Times(JudgeId voter, long ms, long count) {}

    /** A time without all but its first three digits: what is kept of millions of them stays small, and says enough. */
    public static long threeDigits(long ms) {
        long unit = 1;
        while (ms / unit >= THREE_DIGITS) {
            unit *= 10;
        }
        return ms / unit * unit;
    }
}
