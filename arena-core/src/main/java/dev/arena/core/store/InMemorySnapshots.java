package dev.arena.core.store;

import dev.arena.core.model.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

final class InMemorySnapshots implements SnapshotStore {
    private final Memory memory;
    private final Map<String, Snapshot> byId = new TreeMap<>();

    InMemorySnapshots(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Snapshot put(Snapshot snapshot) {
        return memory.write(() -> {
            Snapshot known = byId.get(snapshot.id());
            if (known != null) {
                return known;
            }
            memory.put(byId, snapshot.id(), snapshot);
            return snapshot;
        });
    }

    @Override
    public Optional<Snapshot> findSnapshot(String id) {
        return memory.read(() -> Optional.ofNullable(byId.get(id)));
    }

    @Override
    public List<String> listIds() {
        return listSnapshots().stream().map(Snapshot::id).toList();
    }

    @Override
    public List<Snapshot> listSnapshots() {
        return memory.read(() -> byId.values().stream()
                .sorted(Comparator.comparing(Snapshot::createdAt).reversed().thenComparing(Snapshot::id))
                .toList());
    }
}
