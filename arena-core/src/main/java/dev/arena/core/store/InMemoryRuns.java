package dev.arena.core.store;

import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunId;
import dev.arena.core.model.VoteDraft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

final class InMemoryRuns implements RunStore {
    private final Memory memory;
    private final InMemoryRunTable runs;
    private final InMemoryVotes votes;
    private final List<JudgeCall> calls = new ArrayList<>();

    InMemoryRuns(Memory memory, InMemoryRunTable runs, InMemoryVotes votes) {
        this.memory = memory;
        this.runs = runs;
        this.votes = votes;
    }

    @Override
    public Run put(Run run) {
        return memory.write(() -> runs.put(run));
    }

    @Override
    public Optional<Run> findRun(RunId id) {
        return memory.read(() -> Optional.ofNullable(runs.all().get(id)));
    }

    @Override
    public List<Run> listRuns() {
        return memory.read(() -> runs.all().values().stream()
                .sorted(Comparator.comparing(Run::startedAt).reversed().thenComparing(Run::id))
                .toList());
    }

    @Override
    public List<AppendResult> record(List<FinishedCall> finished) {
        return memory.write(() -> finished.stream().map(this::record).toList());
    }

    private AppendResult record(FinishedCall finished) {
        JudgeCall call = finished.call();
        VoteDraft vote = finished.vote();
        VoteRules.requireSameJudge(call, vote);
        runs.require(call.run());
        AppendResult result = votes.appendLatest(call.battle(), vote);
        if (result instanceof AppendResult.Stored) {
            memory.add(calls, call);
        }
        return result;
    }

    @Override
    public void scanCalls(RunId run, Consumer<JudgeCall> action) {
        List<JudgeCall> rows = memory.read(
                () -> calls.stream().filter(call -> call.run().equals(run)).toList());
        rows.forEach(action);
    }
}
