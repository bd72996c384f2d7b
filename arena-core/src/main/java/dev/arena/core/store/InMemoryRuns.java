package dev.arena.core.store;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunEnd;
import dev.arena.core.model.RunId;
import dev.arena.core.model.RunRound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryRuns implements RunStore {
    private final Memory memory;
    private final InMemoryRunTable runs;
    private final InMemoryBattles battles;
    private final InMemoryVotes votes;
    private final List<RunRound> rounds = new ArrayList<>();
    private final List<RunEnd> ends = new ArrayList<>();

    InMemoryRuns(Memory memory, InMemoryRunTable runs, InMemoryBattles battles, InMemoryVotes votes) {
        this.memory = memory;
        this.runs = runs;
        this.battles = battles;
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
    public List<RunId> listIds() {
        return listRuns().stream().map(Run::id).toList();
    }

    @Override
    public List<Run> listRuns() {
        return memory.read(() -> runs.all().values().stream()
                .sorted(Comparator.comparing(Run::startedAt).reversed().thenComparing(Run::id))
                .toList());
    }

    @Override
    public List<BattleId> putRound(RunRound round, List<BattleDraft> drafts) {
        RunRules.requireWhole(round, drafts);
        return memory.write(() -> {
            runs.require(round.run());
            List<BattleId> ids =
                    drafts.stream().map(battles::store).map(Battle::id).toList();
            boolean known =
                    rounds.stream().anyMatch(old -> old.run().equals(round.run()) && old.round() == round.round());
            if (!known) {
                memory.add(rounds, round);
            }
            return ids;
        });
    }

    @Override
    public List<RunRound> listRounds(RunId run) {
        return memory.read(() -> rounds.stream()
                .filter(round -> round.run().equals(run))
                .sorted(Comparator.comparing(RunRound::round))
                .toList());
    }

    @Override
    public void putEnd(RunEnd end) {
        Object unused = memory.write(() -> {
            runs.require(end.run());
            memory.add(ends, end);
            return end;
        });
    }

    @Override
    public List<RunEnd> listEnds(RunId run) {
        return memory.read(
                () -> ends.stream().filter(end -> end.run().equals(run)).toList());
    }

    @Override
    public VoteCount countVotes(RunId run) {
        return memory.read(() -> votes.countOfRun(run));
    }
}
