package dev.arena.core.store;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The append-only log of votes. No row is ever changed or removed; a correction is a new row that supersedes. Each row carries a
 * hash over itself and the row before, so a change from outside is found by {@code arena verify}.
 */
public interface VoteStore {
    /**
     * Appends a judge's first vote on a battle. When this returns {@link AppendResult.Stored}, the vote survives the death of the
     * process and of the machine.
     *
     * @throws java.util.NoSuchElementException if there is no such battle
     * @throws IllegalArgumentException if the verdict does not fit the seats, the judge is not stored, or the battle was drawn for
     *     another voter
     */
    default AppendResult append(BattleId battle, VoteDraft vote) {
        return append(battle, vote, null);
    }

    /**
     * Appends a judge's first vote on a battle with answers to the questions of its study, both or neither.
     *
     * @param answers JSON; null where nothing was answered
     */
    AppendResult append(BattleId battle, VoteDraft vote, @Nullable String answers);

    /**
     * Appends a vote that takes the place of an earlier one of the same judge on the same battle: a withdrawal, or a retried call.
     *
     * @return {@link AppendResult.AlreadyVoted} with the current vote where {@code superseded} is no longer current, or is a
     *     withdrawal, which is final
     * @throws java.util.NoSuchElementException if there is no such vote
     * @throws IllegalArgumentException if it is another judge's vote, or the verdict does not fit the seats
     */
    default AppendResult supersede(VoteId superseded, VoteDraft vote) {
        return supersede(superseded, vote, null);
    }

    /**
     * Appends a vote in the place of another with answers to the questions of its study, both or neither.
     *
     * @param answers JSON; null where nothing was answered
     */
    AppendResult supersede(VoteId superseded, VoteDraft vote, @Nullable String answers);

    /**
     * Stores battles with a vote each in one transaction, all or nothing (imports, judges). A battle whose key is stored already
     * is reused; a vote whose idempotency key is stored already is counted as repeated.
     *
     * @throws IllegalArgumentException if a row names a contestant, response, prompt, run or judge that is not stored
     */
    List<AppendResult> appendAll(List<NewVote> votes);

    /** The vote with that public id. */
    Optional<Vote> findVote(String publicId);

    /** The vote of a judge on a battle that no other supersedes; abstentions included. */
    Optional<Vote> findCurrent(BattleId battle, JudgeId judge);

    /**
     * The votes of a judge that no other supersedes, newest first, abstentions included. It reads all votes of the judge, so it is for
     * voters, who have few.
     *
     * @param before only those before this one; null for the newest
     * @param most how many at most
     */
    List<CastVote> listCurrent(JudgeId judge, @Nullable VoteId before, int most);

    /** All votes of a judge on a battle, oldest first, superseded ones included. */
    List<Vote> listOf(BattleId battle, JudgeId judge);

    /** All rows after {@code after} (exclusive, 0 = from the start) in the order of the log, superseded ones included. */
    void scan(VoteId after, Consumer<CastVote> action);

    /**
     * The verdicts on all battles whose ids lie between two, both included, by battle, judge and age, superseded ones included;
     * without rationales, details and margins, so that a million of them are read in a moment.
     */
    void scanVerdicts(BattleId from, BattleId to, VerdictAction action);

    /** Takes a verdict. */
    interface VerdictAction {
        /**
         * Called once for each vote.
         *
         * @param sequence counts the judge's votes on that battle, from 1
         */
        void take(long battle, long judge, int sequence, Verdict verdict);
    }

    /** Rows in the log, superseded ones included. */
    long count();

    /** A battle, stored when new, and a vote on it. */
    record NewVote(BattleDraft battle, VoteDraft vote) {}
}
