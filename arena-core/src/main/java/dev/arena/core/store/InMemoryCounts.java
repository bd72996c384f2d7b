package dev.arena.core.store;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

final class InMemoryCounts implements CountStore {
    private final Memory memory;
    private final SortedMap<Integer, Piece> pieces = new TreeMap<>();

    InMemoryCounts(Memory memory) {
        this.memory = memory;
    }

    @Override
    public boolean add(Piece piece) {
        return memory.write(() -> piece.number() == pieces.size() + 1 && pieces.put(piece.number(), piece) == null);
    }

    @Override
    public Optional<Piece> find(int number) {
        return memory.read(() -> Optional.ofNullable(pieces.get(number)));
    }

    @Override
    public void clear() {
        Object unused = memory.write(() -> {
            pieces.clear();
            return pieces;
        });
    }
}
