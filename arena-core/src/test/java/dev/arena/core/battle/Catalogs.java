package dev.arena.core.battle;

import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.InMemoryArenaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/** Stores with made-up prompts and responses. */
final class Catalogs {
    private static final CatalogBatch.Origin FILE = new CatalogBatch.Origin("test.jsonl", 1);

    private Catalogs() {}

    /** Every response has a text of its own. */
    static InMemoryArenaStore store(int prompts, int contestants) {
        return store(prompts, contestants, (p, c) -> "Answer " + p + " of " + c);
    }

    static InMemoryArenaStore store(int prompts, int contestants, BiFunction<Integer, Integer, String> text) {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(5));
        List<CatalogBatch.NewPrompt> newPrompts = new ArrayList<>();
        List<CatalogBatch.NewResponse> responses = new ArrayList<>();
        for (int p = 0; p < prompts; p++) {
            newPrompts.add(new CatalogBatch.NewPrompt(FILE, "p" + p, PromptText.of("Question " + p)));
            for (int c = 0; c < contestants; c++) {
                responses.add(
                        new CatalogBatch.NewResponse(FILE, "p" + p, "model-" + c, ResponseText.of(text.apply(p, c))));
            }
        }
        store.catalog().apply(new CatalogBatch(List.of(), newPrompts, responses));
        return store;
    }

    static CatalogBatch response(String prompt, String contestant, String text) {
        return new CatalogBatch(
                List.of(),
                List.of(),
                List.of(new CatalogBatch.NewResponse(FILE, prompt, contestant, ResponseText.of(text))));
    }

    /** A prompt of which only the key is known, with two responses. */
    static CatalogBatch unknownPrompt(String key) {
        PromptText unknown = new PromptText(List.of(), null, null, null, List.of());
        return new CatalogBatch(
                List.of(),
                List.of(new CatalogBatch.NewPrompt(FILE, key, unknown)),
                List.of(
                        new CatalogBatch.NewResponse(FILE, key, "model-0", ResponseText.of("x")),
                        new CatalogBatch.NewResponse(FILE, key, "model-1", ResponseText.of("y"))));
    }
}
