package dev.arena.core.store;

import dev.arena.core.model.Run;
import dev.arena.core.model.RunId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The runs, oldest first; apart from {@link InMemoryRuns} because battles refer to them. */
final class InMemoryRunTable {
    private final Memory memory;
    private final Map<RunId, Run> byId = new LinkedHashMap<>();
    private final Map<String, Run> bySpec = new HashMap<>();

    InMemoryRunTable(Memory memory) {
        this.memory = memory;
    }

    Run put(Run run) {
        Run known = bySpec.get(run.specHash());
        if (known != null) {
            return known;
        }
        if (byId.containsKey(run.id())) {
            throw new IllegalArgumentException("run " + run.id() + " is stored with another spec hash");
        }
        memory.put(byId, run.id(), run);
        memory.put(bySpec, run.specHash(), run);
        return run;
    }

    Map<RunId, Run> all() {
        return byId;
    }

    /** Refuses a run that is not stored. */
    void require(@Nullable RunId id) {
        if (id != null && !byId.containsKey(id)) {
            throw new IllegalArgumentException("run " + id + " is not stored");
        }
    }
}
