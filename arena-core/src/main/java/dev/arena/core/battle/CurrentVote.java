package dev.arena.core.battle;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteId;
import org.jspecify.annotations.Nullable;

/** One voter's current vote on one battle: whether it is there, whether it decides, and whether it was taken back. */
final class CurrentVote {
    private @Nullable VoteId vote;
    private boolean decided;
    private @Nullable VoteId withdrawal;

    /** A vote was stored. What was taken back stays so, in whatever order its rows are read. */
    void take(Vote stored) {
        VoteId superseded = stored.supersedes();
        if (superseded != null && isWithdrawal(stored)) {
            vote = superseded;
            decided = true;
            withdrawal = stored.id();
        } else if (withdrawal == null) {
            vote = stored.id();
            decided = stored.verdict().decides();
        }
    }

    static boolean isWithdrawal(Vote vote) {
        return isAbstention(vote, AbstentionReason.WITHDRAWN);
    }

    static boolean isExpiry(Vote vote) {
        return isAbstention(vote, AbstentionReason.EXPIRED);
    }

    private static boolean isAbstention(Vote vote, AbstentionReason reason) {
        return vote.verdict() instanceof Verdict.Abstention abstention && abstention.reason() == reason;
    }

    boolean isThere() {
        return vote != null;
    }

    /** Whether the vote was there when a row of the log was stored. */
    boolean isThereAt(VoteId last) {
        return vote != null && vote.compareTo(last) <= 0;
    }

    /** Whether the vote decided and was not taken back. */
    boolean counts() {
        return vote != null && decided && withdrawal == null;
    }

    /** Whether the vote decided, and was there and not taken back when a row of the log was stored. */
    boolean countsAt(VoteId last) {
        return isThereAt(last) && decided && (withdrawal == null || withdrawal.compareTo(last) > 0);
    }

    boolean isWithdrawn() {
        return withdrawal != null;
    }
}
