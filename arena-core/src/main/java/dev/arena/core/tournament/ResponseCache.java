package dev.arena.core.tournament;

import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.ResponseText;
import dev.arena.core.store.CatalogStore;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts of responses, the least recently used dropped when they grow beyond a bound. */
final class ResponseCache {
    private static final long MOST_CHARACTERS = 32_000_000;
    private static final int INITIAL = 1024;
    private static final float LOAD = 0.75f;

    private final CatalogStore catalog;
    private final Map<ResponseId, ResponseText> texts = new LinkedHashMap<>(INITIAL, LOAD, true);
    private long characters;

    ResponseCache(CatalogStore catalog) {
        this.catalog = catalog;
    }

    synchronized ResponseText get(ResponseId id) {
        ResponseText known = texts.get(id);
        if (known != null) {
            return known;
        }
        Response response = catalog.getResponses(List.of(id)).get(id);
        if (response == null) {
            throw new IllegalStateException("response " + id.value() + " is planned but not stored");
        }
        texts.put(id, response.text());
        characters += size(response.text());
        trim();
        return response.text();
    }

    private void trim() {
        Iterator<ResponseText> oldest = texts.values().iterator();
        while (characters > MOST_CHARACTERS && texts.size() > 1 && oldest.hasNext()) {
            characters -= size(oldest.next());
            oldest.remove();
        }
    }

    private static long size(ResponseText text) {
        return text.turns().stream().mapToLong(String::length).sum();
    }
}
