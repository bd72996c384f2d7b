package dev.arena.core.store.sql;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.CatalogBatch.NewContestant;
import dev.arena.core.store.CatalogBatch.NewPrompt;
import dev.arena.core.store.CatalogBatch.NewResponse;
import dev.arena.core.store.CatalogChange;
import dev.arena.core.store.CatalogRules;
import dev.arena.core.store.CatalogTally;
import dev.arena.core.store.CatalogTally.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Applies one batch to the catalog, on the writer's thread. */
final class CatalogWrites {
    private final Handle handle;
    private final HotStatements hot;
    private final CatalogTally tally = new CatalogTally();
    private final Map<String, Long> contestantIds = new HashMap<>();
    private final Map<String, Long> promptIds = new HashMap<>();

    CatalogWrites(WriteSession session) {
        this.handle = session.handle();
        this.hot = session.hot();
    }

    CatalogChange apply(CatalogBatch batch) {
        batch.contestants().forEach(this::put);
        batch.prompts().forEach(this::put);
        batch.responses().forEach(this::put);
        if (tally.changed()) {
            handle.createUpdate("""
                            UPDATE arena
                            SET catalog_revision = catalog_revision + 1
                            """).execute();
        }
        return tally.change();
    }

    private void put(NewContestant given) {
        Optional<Contestant> known = CatalogReads.findContestant(handle, given.name());
        if (known.isEmpty()) {
            long id = insertContestant(given.name());
            putFacts(id, given.facts());
            return;
        }
        Contestant stored = known.get();
        contestantIds.put(stored.name(), stored.id().value());
        if (!CatalogRules.merge(stored.facts(), given.facts()).equals(stored.facts())) {
            putFacts(stored.id().value(), given.facts());
            tally.count(Row.UPDATED_CONTESTANT);
        }
    }

    private long insertContestant(String name) {
        long id = handle.createQuery("""
                        INSERT INTO contestant (name)
                        VALUES (:name)
                        RETURNING id
                        """)
                .bind("name", name)
                .map((rs, context) -> rs.getLong(1))
                .one();
        contestantIds.put(name, id);
        tally.count(Row.NEW_CONTESTANT);
        return id;
    }

    private void putFacts(long contestant, Map<String, String> facts) {
        facts.forEach((name, value) -> handle.createUpdate("""
                        INSERT INTO contestant_fact (contestant, name, value)
                        VALUES (:contestant, :name, :value)
                        ON CONFLICT (contestant, name) DO UPDATE SET value = excluded.value
                        """)
                .bind("contestant", contestant)
                .bind("name", name)
                .bind("value", value)
                .execute());
    }

    private void put(NewPrompt given) {
        Optional<Prompt> known = CatalogReads.findPrompt(handle, given.key());
        if (known.isEmpty()) {
            promptIds.put(given.key(), insert(given));
            tally.count(Row.NEW_PROMPT);
            return;
        }
        Prompt stored = known.get();
        promptIds.put(given.key(), stored.id().value());
        PromptText text = CatalogRules.merge(stored.text(), given);
        if (text.equals(stored.text())) {
            tally.count(Row.UNCHANGED_PROMPT);
        } else {
            update(stored.id().value(), text);
            tally.count(Row.UPDATED_PROMPT);
        }
    }

    private long insert(NewPrompt given) {
        PromptText text = given.text();
        return handle.createQuery("""
                        INSERT INTO prompt (key, turns, attachments, category, language, reference)
                        VALUES (:key, :turns, :attachments, :category, :language, :reference)
                        RETURNING id
                        """)
                .bind("key", given.key())
                .bind("turns", Texts.turns(text.turns()))
                .bind("attachments", Texts.attachments(text.attachments()))
                .bind("category", text.category())
                .bind("language", text.language())
                .bind("reference", text.reference())
                .map((rs, context) -> rs.getLong(1))
                .one();
    }

    private void update(long id, PromptText text) {
        handle.createUpdate("""
                        UPDATE prompt
                        SET turns = :turns, attachments = :attachments, category = :category, language = :language,
                          reference = :reference
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("turns", Texts.turns(text.turns()))
                .bind("attachments", Texts.attachments(text.attachments()))
                .bind("category", text.category())
                .bind("language", text.language())
                .bind("reference", text.reference())
                .execute();
    }

    private void put(NewResponse given) {
        long prompt = prompt(given);
        long contestant = contestant(given.contestant());
        String sha256 = given.text().sha256();
        Optional<Current> current = findCurrent(prompt, contestant);
        if (current.isPresent() && current.get().sha256().equals(sha256)) {
            tally.count(Row.UNCHANGED_RESPONSE);
            return;
        }
        long version = current.map(Current::version).orElse(0L) + 1;
        long id = nextResponseId();
        insert(id, new Version(prompt, contestant, version, sha256));
        insertText(id, given.text());
        tally.count(version == 1 ? Row.NEW_RESPONSE : Row.NEW_VERSION);
    }

    private long prompt(NewResponse given) {
        Long id = promptIds.get(given.promptKey());
        if (id == null) {
            id = CatalogReads.findPromptId(handle, given.promptKey())
                    .orElseThrow(() -> CatalogRules.unknownPrompt(given));
            promptIds.put(given.promptKey(), id);
        }
        return id;
    }

    private long contestant(String name) {
        Long id = contestantIds.get(name);
        if (id == null) {
            put(new NewContestant(name, Map.of()));
            id = contestantIds.get(name);
        }
        if (id == null) {
            throw new IllegalStateException("contestant " + name + " was not stored");
        }
        return id;
    }

    private record Current(long version, String sha256) {}

    private record Version(long prompt, long contestant, long version, String sha256) {}

    private Optional<Current> findCurrent(long prompt, long contestant) {
        return hot.of("""
                        SELECT version, sha256
                        FROM response
                        WHERE prompt = :prompt AND contestant = :contestant
                        ORDER BY version DESC
                        LIMIT 1
                        """)
                .bind("prompt", prompt)
                .bind("contestant", contestant)
                .findFirst(rs -> new Current(rs.getLong(1), rs.getString(2)));
    }

    private long nextResponseId() {
        return hot.of("""
                        SELECT max(id)
                        FROM response
                        """).findFirst(rs -> rs.getLong(1) + 1).orElse(1L);
    }

    private void insert(long id, Version response) {
        hot.of("""
                        INSERT INTO response (id, prompt, contestant, version, sha256)
                        VALUES (:id, :prompt, :contestant, :version, :sha256)
                        """)
                .bind("id", id)
                .bind("prompt", response.prompt())
                .bind("contestant", response.contestant())
                .bind("version", response.version())
                .bind("sha256", response.sha256())
                .execute();
    }

    private void insertText(long response, ResponseText text) {
        hot.of("""
                        INSERT INTO response_text (response, turns, attachments)
                        VALUES (:response, :turns, :attachments)
                        """)
                .bind("response", response)
                .bind("turns", Texts.turns(text.turns()))
                .bind("attachments", Texts.attachments(text.attachments()))
                .execute();
    }
}
