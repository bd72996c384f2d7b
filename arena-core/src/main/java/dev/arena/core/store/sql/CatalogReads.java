package dev.arena.core.store.sql;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.ResponseText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Queries of contestants, prompts and responses. */
final class CatalogReads {
    private CatalogReads() {}

    private record NamedContestant(long id, String name) {}

    private record Fact(long contestant, String name, String value) {}

    static List<Contestant> listContestants(Handle handle) {
        List<NamedContestant> named = handle.createQuery("""
                        SELECT id, name
                        FROM contestant
                        """)
                .map((rs, context) -> new NamedContestant(rs.getLong(1), rs.getString(2)))
                .list();
        Map<Long, Map<String, String>> facts = new HashMap<>();
        List<Fact> rows = handle.createQuery("""
                        SELECT contestant, name, value
                        FROM contestant_fact
                        """)
                .map((rs, context) -> new Fact(rs.getLong(1), rs.getString(2), rs.getString(3)))
                .list();
        for (Fact fact : rows) {
            facts.computeIfAbsent(fact.contestant(), id -> new HashMap<>()).put(fact.name(), fact.value());
        }
        List<Contestant> contestants = new ArrayList<>();
        for (NamedContestant row : named) {
            contestants.add(
                    new Contestant(new ContestantId(row.id()), row.name(), facts.getOrDefault(row.id(), Map.of())));
        }
        // Sorted here, since SQLite sorts by bytes of UTF-8 and Java by code units.
        contestants.sort(Comparator.comparing(Contestant::name));
        return List.copyOf(contestants);
    }

    static Optional<Contestant> findContestant(Handle handle, String name) {
        return handle.createQuery("""
                        SELECT id, name
                        FROM contestant
                        WHERE name = :name
                        """)
                .bind("name", name)
                .map((rs, context) -> new NamedContestant(rs.getLong(1), rs.getString(2)))
                .findOne()
                .map(row -> new Contestant(new ContestantId(row.id()), row.name(), facts(handle, row.id())));
    }

    private static Map<String, String> facts(Handle handle, long contestant) {
        return handle
                .createQuery("""
                        SELECT contestant, name, value
                        FROM contestant_fact
                        WHERE contestant = :contestant
                        """)
                .bind("contestant", contestant)
                .map((rs, context) -> new Fact(contestant, rs.getString(2), rs.getString(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Fact::name, Fact::value));
    }

    static List<Prompt> listPrompts(Handle handle) {
        return handle.createQuery("""
                        SELECT id, key, turns, attachments, category, language, reference
                        FROM prompt
                        ORDER BY id
                        """).map(CatalogReads::prompt).list();
    }

    static Optional<Prompt> findPrompt(Handle handle, String key) {
        return handle.createQuery("""
                        SELECT id, key, turns, attachments, category, language, reference
                        FROM prompt
                        WHERE key = :key
                        """)
                .bind("key", key)
                .map(CatalogReads::prompt)
                .findOne();
    }

    static Optional<Prompt> findPrompt(Handle handle, PromptId id) {
        return handle.createQuery("""
                        SELECT id, key, turns, attachments, category, language, reference
                        FROM prompt
                        WHERE id = :id
                        """)
                .bind("id", id.value())
                .map(CatalogReads::prompt)
                .findOne();
    }

    static Optional<Prompt> findPrompt(HotStatements hot, PromptId id) {
        return hot.of("""
                        SELECT id, key, turns, attachments, category, language, reference
                        FROM prompt
                        WHERE id = :id
                        """)
                .bind("id", id.value())
                .findFirst(rs -> new Prompt(
                        new PromptId(rs.getLong(1)),
                        rs.getString(2),
                        new PromptText(
                                Texts.turns(rs.getString(3)),
                                rs.getString(5),
                                rs.getString(6),
                                rs.getString(7),
                                Texts.attachments(rs.getString(4)))));
    }

    static Optional<Long> findPromptId(Handle handle, String key) {
        return handle.createQuery("""
                        SELECT id
                        FROM prompt
                        WHERE key = :key
                        """)
                .bind("key", key)
                .map((rs, context) -> rs.getLong("id"))
                .findOne();
    }

    private static Prompt prompt(ResultSet rs, StatementContext context) throws SQLException {
        PromptText text = new PromptText(
                Texts.turns(rs.getString("turns")),
                rs.getString("category"),
                rs.getString("language"),
                rs.getString("reference"),
                Texts.attachments(rs.getString("attachments")));
        return new Prompt(new PromptId(rs.getLong("id")), rs.getString("key"), text);
    }

    static List<ResponseHead> listCurrentResponses(Handle handle) {
        return handle.createQuery("""
                        SELECT id, prompt, contestant, max(version), sha256
                        FROM response
                        GROUP BY prompt, contestant
                        ORDER BY prompt, contestant
                        """)
                .map((rs, context) -> new ResponseHead(
                        new ResponseId(rs.getLong(1)),
                        new PromptId(rs.getLong(2)),
                        new ContestantId(rs.getLong(3)),
                        rs.getInt(4),
                        rs.getString(5)))
                .list();
    }

    static Set<ResponseId> findCurrent(Handle handle, Collection<ResponseId> ids) {
        String list = ids.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(",", "[", "]"));
        return new HashSet<>(handle.createQuery("""
                        SELECT r.id
                        FROM json_each(:ids) j
                          JOIN response r ON r.id = j.value
                        WHERE NOT EXISTS (
                          SELECT 1 FROM response n
                          WHERE n.prompt = r.prompt AND n.contestant = r.contestant AND n.version > r.version)
                        """)
                .bind("ids", list)
                .map((rs, context) -> new ResponseId(rs.getLong(1)))
                .list());
    }

    static List<Response> getResponses(Handle handle, Collection<ResponseId> ids) {
        String list = ids.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(",", "[", "]"));
        return handle.createQuery("""
                        SELECT r.id, r.prompt, r.contestant, r.version, r.sha256, t.turns, t.attachments
                        FROM json_each(:ids) j
                          JOIN response r ON r.id = j.value
                          JOIN response_text t ON t.response = r.id
                        """)
                .bind("ids", list)
                .map(CatalogReads::response)
                .list();
    }

    static List<Response> getResponses(HotStatements hot, Collection<ResponseId> ids) {
        List<Response> found = new ArrayList<>();
        for (ResponseId id : ids) {
            hot.of("""
                            SELECT r.id, r.prompt, r.contestant, r.version, r.sha256, t.turns, t.attachments
                            FROM response r CROSS JOIN response_text t ON t.response = r.id
                            WHERE r.id = :id
                            """)
                    .bind("id", id.value())
                    .findFirst(CatalogReads::readResponse)
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Response response(ResultSet rs, StatementContext context) throws SQLException {
        return readResponse(rs);
    }

    /** Reads {@code id, prompt, contestant, version, sha256, turns, attachments}. */
    private static Response readResponse(ResultSet rs) throws SQLException {
        return new Response(
                new ResponseId(rs.getLong(1)),
                new PromptId(rs.getLong(2)),
                new ContestantId(rs.getLong(3)),
                rs.getInt(4),
                new ResponseText(Texts.turns(rs.getString(6)), Texts.attachments(rs.getString(7))),
                rs.getString(5));
    }
}
