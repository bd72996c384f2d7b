package dev.arena.web;

import dev.arena.core.battle.BattleService;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.web.api.ApiParts;
import dev.arena.web.api.ServerRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A real server on a free port over a real store, with a fixed clock and a fixed seed. */
final class TestArena implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final long SEED = 20261101;
    private static final CatalogBatch.Origin FILE = new CatalogBatch.Origin("test.jsonl", 1);

    final ArenaStore store;
    final BattleService battles;
    final ArenaServer server;

    private TestArena(ArenaStore store, BattleService battles, ArenaServer server) {
        this.store = store;
        this.battles = battles;
        this.server = server;
    }

    /** A server over an in-memory store that holds these responses. */
    static TestArena of(CatalogBatch catalog) {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(SEED));
        store.catalog().apply(catalog);
        return over(store);
    }

    /** A server over a store; the test closes both with this object. */
    static TestArena over(ArenaStore store) {
        return over(store, ServerRules.STANDARD);
    }

    /** The same under other rules. */
    static TestArena over(ArenaStore store, ServerRules rules) {
        Random chance = new Random(SEED + store.revision());
        ApiParts parts = Arena.parts(store, "test", InstantSource.fixed(NOW), chance, rules);
        ServerOptions options = new ServerOptions("127.0.0.1", 0, List.of());
        return new TestArena(store, parts.battles(), ArenaServer.start(options, parts));
    }

    /** Prompts {@code p1…} with one response of each contestant, every text different. */
    static CatalogBatch catalog(int prompts, String... contestants) {
        List<CatalogBatch.NewPrompt> newPrompts = new ArrayList<>();
        List<CatalogBatch.NewResponse> responses = new ArrayList<>();
        for (int p = 1; p <= prompts; p++) {
            newPrompts.add(new CatalogBatch.NewPrompt(FILE, "p" + p, PromptText.of("Question " + p + "?")));
            for (String contestant : contestants) {
                String text = "Answer " + p + "." + responses.size();
                responses.add(response("p" + p, contestant, text));
            }
        }
        return new CatalogBatch(List.of(), newPrompts, responses);
    }

    static CatalogBatch.NewResponse response(String prompt, String contestant, String text) {
        return new CatalogBatch.NewResponse(FILE, prompt, contestant, ResponseText.of(text));
    }

    /** A browser of its own that holds the administrator's role. */
    TestClient admin() {
        TestClient admin = client();
        String url = server.administrationUrl();
        admin.postJson("/api/join", "{\"secret\":\"" + url.substring(url.lastIndexOf('/') + 1) + "\"}");
        return admin;
    }

    /** A browser of its own: keeps its cookie, and nothing else. */
    TestClient client() {
        return new TestClient(server.port());
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
