package dev.arena.core.tournament;

import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.Opinion;
import dev.arena.core.model.CallStart;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.Probe;
import dev.arena.core.store.CallStore.FinishedProbe;
import dev.arena.core.store.CallStore.NewCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A planted question before a judge. */
record ProbeAssignment(Session session, JudgeWork work, PlannedProbe planned) implements Assignment {
    @Override
    public RunListener.Item item() {
        return new RunListener.Item(work.name(), planned.key(), true);
    }

    @Override
    public JudgeCase judgeCase() {
        return planned.judgeCase();
    }

    @Override
    public NewCall begin(CallStart start, boolean fresh) {
        return new NewCall(start, null, fresh);
    }

    @Override
    public void store(Opinion opinion, long durationMs) {
        store(opinion, (Long) durationMs, null);
    }

    @Override
    public void store(Opinion opinion, JudgeCall call) {
        store(opinion, call.cached() ? null : (Long) call.durationMs(), call);
    }

    private void store(Opinion opinion, @Nullable Long durationMs, @Nullable JudgeCall call) {
        Probe.Question question = new Probe.Question(
                session.run().id(),
                work.id(),
                planned.key(),
                planned.type(),
                planned.prompt(),
                planned.shown(),
                planned.expected());
        Probe.Answer answer = new Probe.Answer(opinion.verdict(), opinion.rationale(), durationMs, session.now());
        session.store().calls().recordProbes(List.of(new FinishedProbe(question, answer, call)));
    }

    @Override
    public String probe() {
        return planned.key();
    }
}
