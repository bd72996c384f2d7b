package dev.arena.core.store;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.CallStart;
import dev.arena.core.model.CallStartId;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Probe;
import dev.arena.core.model.RunId;
import dev.arena.core.model.VoteDraft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

final class InMemoryCalls implements CallStore {
    private final Memory memory;
    private final InMemoryRunTable runs;
    private final InMemoryJudges judges;
    private final InMemoryBattles battles;
    private final InMemoryVotes votes;
    private final List<CallStart> starts = new ArrayList<>();
    private final Map<CallStartId, CallStart> open = new HashMap<>();
    private final List<Withdrawn> withdrawn = new ArrayList<>();
    private final List<JudgeCall> calls = new ArrayList<>();
    private final Map<String, JudgeCall> answered = new HashMap<>();
    private final List<Probe> probes = new ArrayList<>();

    private record Withdrawn(CallStart start, int attempts) {}

    InMemoryCalls(
            Memory memory, InMemoryRunTable runs, InMemoryJudges judges, InMemoryBattles battles, InMemoryVotes votes) {
        this.memory = memory;
        this.runs = runs;
        this.judges = judges;
        this.battles = battles;
        this.votes = votes;
    }

    @Override
    public Begun begin(NewCall call) {
        return memory.write(() -> {
            CallStart start = call.start();
            RunRules.requireOneSubject(call);
            runs.require(start.run());
            judges.require(start.judge());
            BattleId battle =
                    call.battle() == null ? null : battles.store(call.battle()).id();
            JudgeCall known = call.fresh() ? null : answered.get(start.key());
            if (known != null) {
                return new Begun.Answered(known.text(), battle);
            }
            CallStartId id = new CallStartId(starts.size() + 1L);
            memory.add(starts, start);
            memory.put(open, id, start);
            return new Begun.Started(id, battle);
        });
    }

    @Override
    public void withdraw(Withdrawal withdrawal) {
        Object unused = memory.write(() -> {
            CallStart start = open.get(withdrawal.start());
            if (start != null) {
                memory.remove(open, withdrawal.start());
                memory.add(withdrawn, new Withdrawn(start, withdrawal.attempts()));
            }
            return withdrawal;
        });
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
        AppendResult result = votes.appendLatest(VoteRules.requireBattle(call), vote);
        if (result instanceof AppendResult.Stored) {
            store(call);
        }
        return result;
    }

    private void store(JudgeCall call) {
        CallStartId start = call.start();
        if (start != null) {
            VoteRules.requireStart(call, start, open.get(start));
            memory.remove(open, start);
        }
        memory.add(calls, call);
        if (call.outcome() == JudgeCall.Outcome.OK && !call.cached()) {
            memory.put(answered, call.key(), call);
        }
    }

    @Override
    public void recordProbes(List<FinishedProbe> finished) {
        Object unused = memory.write(() -> {
            finished.forEach(this::record);
            return finished;
        });
    }

    private void record(FinishedProbe finished) {
        VoteRules.requireSameJudge(finished);
        Probe.Question question = finished.question();
        runs.require(question.run());
        judges.require(question.judge());
        long before = probes.stream()
                .filter(old -> old.question().run().equals(question.run())
                        && old.question().judge().equals(question.judge())
                        && old.question().key().equals(question.key()))
                .count();
        memory.add(probes, new Probe(question, (int) before + 1, finished.answer()));
        JudgeCall call = finished.call();
        if (call != null) {
            store(call);
        }
    }

    @Override
    public void scanCalls(RunId run, Consumer<JudgeCall> action) {
        List<JudgeCall> rows = memory.read(
                () -> calls.stream().filter(call -> call.run().equals(run)).toList());
        rows.forEach(action);
    }

    @Override
    public List<JudgeCall> listCalls(BattleId battle) {
        return memory.read(() ->
                calls.stream().filter(call -> battle.equals(call.battle())).toList());
    }

    @Override
    public void scanProbes(RunId run, Consumer<Probe> action) {
        List<Probe> rows = memory.read(() -> probes.stream()
                .filter(probe -> probe.question().run().equals(run))
                .toList());
        rows.forEach(action);
    }

    @Override
    public List<JudgeLedger> ledgers(RunId run) {
        return memory.read(() -> {
            List<JudgeLedger> parts = new ArrayList<>();
            calls.stream()
                    .filter(call -> call.run().equals(run))
                    .map(InMemoryCalls::ledger)
                    .forEach(parts::add);
            for (Withdrawn given : withdrawn) {
                if (given.start().run().equals(run)) {
                    parts.add(JudgeLedger.withdrawn(given.start().judge(), given.attempts()));
                }
            }
            for (CallStart start : open.values()) {
                if (start.run().equals(run)) {
                    parts.add(JudgeLedger.open(start.judge(), start.session(), 1));
                }
            }
            return JudgeLedger.sum(parts);
        });
    }

    private static JudgeLedger ledger(JudgeCall call) {
        JudgeId judge = call.judge();
        if (call.cached()) {
            return JudgeLedger.cached(judge, 1);
        }
        Double cost = call.costUsd();
        boolean answered = call.outcome() != JudgeCall.Outcome.FAILED;
        return new JudgeLedger(
                judge,
                1,
                call.attempts(),
                0,
                call.text().firstReply() == null ? 0 : 1,
                0,
                orZero(call.usage().promptTokens()),
                orZero(call.usage().completionTokens()),
                new JudgeLedger.Cost(
                        cost == null ? 0 : JudgeLedger.Cost.units(cost),
                        cost == null ? 1 : 0,
                        cost == null && answered ? 1 : 0),
                Map.of());
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    @Override
    public Set<String> storedKeys(Collection<String> keys) {
        return memory.read(() -> {
            Set<String> stored = new HashSet<>(keys);
            stored.retainAll(answered.keySet());
            return Set.copyOf(stored);
        });
    }
}
