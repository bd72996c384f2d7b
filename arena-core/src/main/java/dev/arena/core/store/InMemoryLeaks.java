package dev.arena.core.store;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.ResponseId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

final class InMemoryLeaks implements LeakStore {
    private final Memory memory;
    private final Map<String, Long> specs = new HashMap<>();
    private final Map<Long, Map<ResponseId, String>> findings = new HashMap<>();
    private final Map<BattleId, Map<Integer, ShownLeak>> shown = new HashMap<>();
    private final List<BattleId> flagged = new ArrayList<>();

    InMemoryLeaks(Memory memory) {
        this.memory = memory;
    }

    @Override
    public long putSpec(String hash, String spec) {
        return memory.write(() -> {
            Long known = specs.get(hash);
            if (known == null) {
                known = specs.size() + 1L;
                memory.put(specs, hash, known);
                memory.put(findings, known, new TreeMap<>());
            }
            return known;
        });
    }

    @Override
    public Map<ResponseId, String> findings(long spec) {
        return memory.read(() -> new TreeMap<>(findings.getOrDefault(spec, Map.of())));
    }

    @Override
    public void putFindings(long spec, Map<ResponseId, String> found) {
        boolean unused = memory.write(() -> {
            Map<ResponseId, String> known = findings.get(spec);
            if (known == null) {
                throw new IllegalArgumentException("spec " + spec + " is not stored");
            }
            found.forEach((response, text) -> {
                if (!known.containsKey(response)) {
                    memory.put(known, response, text);
                }
            });
            return true;
        });
    }

    @Override
    public void putShown(BattleId battle, Collection<ShownLeak> leaks) {
        boolean unused = memory.write(() -> {
            Map<Integer, ShownLeak> known = shown.get(battle);
            if (known == null) {
                known = new TreeMap<>();
                memory.put(shown, battle, known);
            }
            for (ShownLeak leak : leaks) {
                if (!known.containsKey(leak.position())) {
                    memory.put(known, leak.position(), leak);
                    if (leak.action().equals(ShownLeak.FLAG)) {
                        memory.add(flagged, battle);
                    }
                }
            }
            return true;
        });
    }

    @Override
    public List<ShownLeak> shown(BattleId battle) {
        return memory.read(
                () -> List.copyOf(shown.getOrDefault(battle, Map.of()).values()));
    }

    @Override
    public Set<BattleId> findFlagged(Collection<BattleId> battles) {
        return memory.read(() -> {
            Set<BattleId> found = new HashSet<>(flagged);
            found.retainAll(Set.copyOf(battles));
            return found;
        });
    }

    @Override
    public long scanFlagged(long after, Consumer<BattleId> action) {
        List<BattleId> rows = memory.read(() -> List.copyOf(flagged));
        rows.subList((int) Math.min(after, rows.size()), rows.size()).forEach(action);
        return rows.size();
    }
}
