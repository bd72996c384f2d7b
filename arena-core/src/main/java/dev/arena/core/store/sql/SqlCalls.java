package dev.arena.core.store.sql;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.Probe;
import dev.arena.core.model.RunId;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.CallStore;
import dev.arena.core.store.JudgeLedger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

final class SqlCalls implements CallStore {
    private static final int KEYS = 1024;

    private final SqlReader reader;
    private final UnitWriter writer;

    SqlCalls(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public Begun begin(NewCall call) {
        return writer.write(session -> CallLog.begin(session, call));
    }

    @Override
    public void withdraw(Withdrawal withdrawal) {
        boolean unused = writer.write(session -> CallLog.withdraw(session, withdrawal));
    }

    @Override
    public List<AppendResult> record(List<FinishedCall> calls) {
        return writer.write(session ->
                calls.stream().map(call -> CallLog.record(session, call)).toList());
    }

    @Override
    public void recordProbes(List<FinishedProbe> probes) {
        int unused = writer.write(session -> {
            probes.forEach(probe -> ProbeLog.record(session, probe));
            return probes.size();
        });
    }

    /** In pieces, so that a long log is never in memory as a whole. */
    @Override
    public void scanCalls(RunId run, Consumer<JudgeCall> action) {
        long last = 0;
        boolean more = true;
        while (more) {
            long after = last;
            List<CallReads.Row> rows = reader.read(handle -> CallReads.piece(handle, run, after));
            rows.forEach(row -> action.accept(row.call()));
            more = !rows.isEmpty();
            last = more ? rows.get(rows.size() - 1).id() : last;
        }
    }

    @Override
    public List<JudgeCall> listCalls(BattleId battle) {
        return reader.read(handle -> CallReads.ofBattle(handle, battle));
    }

    @Override
    public void scanProbes(RunId run, Consumer<Probe> action) {
        reader.read(handle -> ProbeLog.list(handle, run)).forEach(action);
    }

    @Override
    public List<JudgeLedger> ledgers(RunId run) {
        return reader.read(handle -> CallReads.ledgers(handle, run));
    }

    @Override
    public Set<String> storedKeys(Collection<String> keys) {
        List<String> all = new ArrayList<>(keys);
        Set<String> stored = new HashSet<>();
        for (int from = 0; from < all.size(); from += KEYS) {
            List<String> piece = all.subList(from, Math.min(all.size(), from + KEYS));
            stored.addAll(reader.read(handle -> CallReads.storedKeys(handle, piece)));
        }
        return stored;
    }
}
