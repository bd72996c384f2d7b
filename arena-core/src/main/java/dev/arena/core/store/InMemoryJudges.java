package dev.arena.core.store;

import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

final class InMemoryJudges implements JudgeStore {
    private final Memory memory;
    private final List<Judge> all = new ArrayList<>();
    private final Map<JudgeDraft, Judge> byDraft = new HashMap<>();

    InMemoryJudges(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Judge put(JudgeDraft draft) {
        return memory.write(() -> store(draft));
    }

    /** Stores a judge, or finds the one like it, within a write. */
    Judge store(JudgeDraft draft) {
        Judge known = byDraft.get(draft);
        if (known != null) {
            return known;
        }
        Judge judge = new Judge(new JudgeId(all.size() + 1L), draft.kind(), draft.name(), draft.version());
        memory.add(all, judge);
        memory.put(byDraft, draft, judge);
        return judge;
    }

    @Override
    public Optional<Judge> find(JudgeDraft draft) {
        return memory.read(() -> Optional.ofNullable(byDraft.get(draft)));
    }

    @Override
    public Judge getJudge(JudgeId id) {
        return memory.read(() -> {
            if (!contains(id)) {
                throw new NoSuchElementException("no judge " + id.value());
            }
            return all.get((int) id.value() - 1);
        });
    }

    @Override
    public List<Judge> listJudges() {
        return memory.read(() -> List.copyOf(all));
    }

    /** Refuses a judge that is not stored. */
    void require(JudgeId id) {
        if (!contains(id)) {
            throw new IllegalArgumentException("judge " + id.value() + " is not stored");
        }
    }

    private boolean contains(JudgeId id) {
        return id.value() >= 1 && id.value() <= all.size();
    }
}
