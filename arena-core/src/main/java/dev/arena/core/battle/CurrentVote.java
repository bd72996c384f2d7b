package dev.arena.core.battle;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Battle;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One voter's current vote on one battle: whether it is there, whether it decides, and whether it was taken back. */
final class CurrentVote {
    private static final Verdict NAMES_SEEN = Verdict.abstain(AbstentionReason.EXPIRED, "names seen");

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

    /** Whether the server ended the battle, and not its voter. */
    static boolean isExpiry(Vote vote) {
        return isAbstention(vote, AbstentionReason.EXPIRED);
    }

    /** Whether the battle's time was over, so that its voter may come late. */
    static boolean isLate(Vote vote) {
        return isExpiry(vote) && !isClosing(vote);
    }

    /** Whether the battle was closed since its voter may have seen who wrote what. */
    static boolean isClosing(Vote vote) {
        return vote.verdict().equals(NAMES_SEEN);
    }

    /** Closes a battle since its voter may see who wrote what. */
    static VoteDraft closing(Battle battle, JudgeId voter, Instant now) {
        // Keys of requests hold no space, so none can take this one.
        String key = "closing of battle " + battle.id().value();
        return new VoteDraft(voter, NAMES_SEEN, key, "", 1, null, null, now);
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
