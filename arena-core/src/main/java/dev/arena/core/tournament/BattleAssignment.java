package dev.arena.core.tournament;

import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.Opinion;
import dev.arena.core.model.CallStart;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.store.CallStore.FinishedCall;
import dev.arena.core.store.CallStore.NewCall;
import dev.arena.core.store.VoteStore.NewVote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A battle before a judge.
 *
 * @param earlier the judge's votes on it before this session
 */
record BattleAssignment(Session session, JudgeWork work, PlannedBattle battle, int earlier) implements Assignment {
    @Override
    public RunListener.Item item() {
        return new RunListener.Item(work.name(), battle.key(), false);
    }

    @Override
    public JudgeCase judgeCase() {
        return session.judgeCase(battle, work.name());
    }

    @Override
    public NewCall begin(CallStart start, boolean fresh) {
        return new NewCall(start, session.draft(battle), fresh);
    }

    @Override
    public void store(Opinion opinion, long durationMs) {
        session.store().votes().appendAll(List.of(vote(opinion, durationMs)));
    }

    /** The battle with a vote that took no call. */
    NewVote vote(Opinion opinion, @Nullable Long durationMs) {
        return new NewVote(session.draft(battle), session.vote(this, opinion, durationMs));
    }

    @Override
    public void store(Opinion opinion, JudgeCall call) {
        Long duration = call.cached() ? null : (Long) call.durationMs();
        FinishedCall finished = new FinishedCall(call, session.vote(this, opinion, duration));
        session.store().calls().record(List.of(finished));
    }

    @Override
    public @Nullable String probe() {
        return null;
    }
}
