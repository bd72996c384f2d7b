package dev.arena.core.store;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.CallStart;
import dev.arena.core.model.CallStartId;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Probe;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be appended to the log of votes, the same in every store. */
public final class VoteRules {
    private VoteRules() {}

    /**
     * Checks a vote against the battle it is cast on.
     *
     * @param seats how many seats the battle has
     * @param voter whom the battle was drawn for, or null
     * @throws IllegalArgumentException if the verdict does not fit the seats, or the battle was drawn for another voter
     */
    public static void requireAllowed(BattleId battle, int seats, @Nullable JudgeId voter, VoteDraft vote) {
        if (voter != null && !voter.equals(vote.judge())) {
            throw new IllegalArgumentException("battle " + battle.value() + " was drawn for judge " + voter.value()
                    + "; judge " + vote.judge().value() + " cannot vote on it");
        }
        if (vote.verdict() instanceof Verdict.Ranking ranking && ranking.ranks().size() != seats) {
            throw new IllegalArgumentException("a ranking of " + ranking.ranks().size()
                    + " positions does not fit battle " + battle.value() + " with " + seats + " seats");
        }
        if (vote.verdict() instanceof Verdict.Preference && seats != 2) {
            throw new IllegalArgumentException(
                    "a preference needs two seats, battle " + battle.value() + " has " + seats);
        }
    }

    /** What to answer when the vote's idempotency key was used before; empty where {@code sameKey} is null. */
    public static Optional<AppendResult> answerByKey(@Nullable Vote sameKey, BattleId battle, VoteDraft vote) {
        if (sameKey == null) {
            return Optional.empty();
        }
        boolean same =
                sameKey.battle().equals(battle) && sameKey.draft().bodyHash().equals(vote.bodyHash());
        return Optional.of(same ? new AppendResult.Repeated(sameKey) : new AppendResult.KeyReused(sameKey));
    }

    /** Whether nothing may supersede this vote: a withdrawal is the judge's last word, since the battle was revealed. */
    public static boolean isFinal(Vote vote) {
        return vote.verdict() instanceof Verdict.Abstention abstention
                && abstention.reason() == AbstentionReason.WITHDRAWN;
    }

    /** Whether {@code superseded} is the judge's current vote and may be replaced. */
    public static boolean mayReplace(VoteId superseded, Vote current) {
        return current.id().equals(superseded) && !isFinal(current);
    }

    /** Checks that a vote replaces one of its own judge. */
    public static void requireSameJudge(Vote superseded, VoteDraft vote) {
        if (!superseded.judge().equals(vote.judge())) {
            throw new IllegalArgumentException("vote " + superseded.id().value() + " is of judge "
                    + superseded.judge().value() + "; judge " + vote.judge().value() + " cannot supersede it");
        }
    }

    /** The battle of a call that gives a vote. */
    public static BattleId requireBattle(JudgeCall call) {
        BattleId battle = call.battle();
        if (battle == null) {
            throw new IllegalArgumentException("a call that gives a vote needs a battle");
        }
        return battle;
    }

    /** Checks that a call ends a start of its own judge and run. */
    public static void requireStart(JudgeCall call, CallStartId id, @Nullable CallStart open) {
        if (open == null || !open.judge().equals(call.judge()) || !open.run().equals(call.run())) {
            throw new IllegalArgumentException("start " + id.value() + " is no open one of judge "
                    + call.judge().value() + " in run " + call.run());
        }
    }

    /** Checks that a probe and the call that it came of belong together. */
    public static void requireSameJudge(CallStore.FinishedProbe finished) {
        JudgeCall call = finished.call();
        Probe.Question question = finished.question();
        if (call != null
                && !(call.judge().equals(question.judge()) && call.run().equals(question.run()))) {
            throw new IllegalArgumentException("a call of judge " + call.judge().value() + " in run " + call.run()
                    + " cannot answer a probe of judge " + question.judge().value() + " in run " + question.run());
        }
    }

    /** Checks that a call and the vote that came of it belong together. */
    public static void requireSameJudge(JudgeCall call, VoteDraft vote) {
        if (!call.judge().equals(vote.judge())) {
            throw new IllegalArgumentException("a call of judge " + call.judge().value()
                    + " cannot give a vote of judge " + vote.judge().value());
        }
    }
}
