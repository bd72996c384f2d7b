package dev.arena.core.store;

import dev.arena.core.model.VoterDecision;
import java.util.ArrayList;
import java.util.List;

final class InMemoryQuality implements QualityStore {
    private final Memory memory;
    private final InMemoryJudges judges;
    private final List<VoterDecision> all = new ArrayList<>();

    InMemoryQuality(Memory memory, InMemoryJudges judges) {
        this.memory = memory;
        this.judges = judges;
    }

    @Override
    public void append(List<VoterDecision> decisions) {
        Object unused = memory.write(() -> {
            for (VoterDecision decision : decisions) {
                judges.require(decision.judge());
                memory.add(all, decision);
            }
            memory.revise();
            return decisions;
        });
    }

    @Override
    public List<VoterDecision> listDecisions() {
        return memory.read(() -> List.copyOf(all));
    }
}
