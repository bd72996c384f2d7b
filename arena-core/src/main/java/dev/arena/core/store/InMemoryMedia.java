package dev.arena.core.store;

import dev.arena.core.model.Media;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

final class InMemoryMedia implements MediaStore {
    private final Memory memory;
    private final Map<String, Media> files = new HashMap<>();
    private final Map<String, List<byte[]>> pieces = new HashMap<>();

    InMemoryMedia(Memory memory) {
        this.memory = memory;
    }

    @Override
    public boolean put(Media media, Pieces source) {
        return memory.write(() -> {
            if (files.containsKey(media.sha256())) {
                return false;
            }
            MediaRules rules = new MediaRules(media);
            List<byte[]> bytes = new ArrayList<>();
            source.forEach(piece -> {
                rules.take(piece);
                bytes.add(piece.clone());
            });
            rules.requireWhole();
            memory.put(files, media.sha256(), media);
            memory.put(pieces, media.sha256(), bytes);
            return true;
        });
    }

    @Override
    public Optional<Media> find(String sha256) {
        return memory.read(() -> Optional.ofNullable(files.get(sha256)));
    }

    @Override
    public byte[] readPiece(String sha256, int piece) {
        return memory.read(() -> {
            List<byte[]> bytes = pieces.getOrDefault(sha256, List.of());
            if (piece < 0 || piece >= bytes.size()) {
                throw new NoSuchElementException("no piece " + piece + " of " + sha256);
            }
            return bytes.get(piece).clone();
        });
    }
}
