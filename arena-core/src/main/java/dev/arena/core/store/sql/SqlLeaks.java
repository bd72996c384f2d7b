package dev.arena.core.store.sql;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.ResponseId;
import dev.arena.core.store.LeakStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

final class SqlLeaks implements LeakStore {
    private final SqlReader reader;
    private final UnitWriter writer;

    SqlLeaks(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public long putSpec(String hash, String spec) {
        return writer.write(session -> {
            Handle handle = session.handle();
            handle.createUpdate("""
                            INSERT INTO leak_spec (hash, spec)
                            VALUES (:hash, :spec)
                            ON CONFLICT (hash) DO NOTHING
                            """).bind("hash", hash).bind("spec", spec).execute();
            return handle.createQuery("""
                            SELECT id
                            FROM leak_spec
                            WHERE hash = :hash
                            """)
                    .bind("hash", hash)
                    .map((rs, context) -> rs.getLong(1))
                    .one();
        });
    }

    private record Found(long response, String spans) {}

    @Override
    public Map<ResponseId, String> findings(long spec) {
        return reader.read(handle -> {
            Map<ResponseId, String> findings = new TreeMap<>();
            handle.createQuery("""
                            SELECT response, spans
                            FROM leak_finding
                            WHERE spec = :spec
                            """)
                    .bind("spec", spec)
                    .map((rs, context) -> new Found(rs.getLong(1), rs.getString(2)))
                    .forEach(found -> findings.put(new ResponseId(found.response()), found.spans()));
            return findings;
        });
    }

    @Override
    public void putFindings(long spec, Map<ResponseId, String> findings) {
        boolean unused = writer.write(session -> {
            Exists.require(
                    session.handle(), "SELECT EXISTS (SELECT 1 FROM leak_spec WHERE id = :id)", spec, "spec " + spec);
            findings.forEach((response, spans) -> session.hot()
                    .of("""
                            INSERT INTO leak_finding (spec, response, spans)
                            VALUES (:spec, :response, :spans)
                            ON CONFLICT (spec, response) DO NOTHING
                            """)
                    .bind("spec", spec)
                    .bind("response", response.value())
                    .bind("spans", spans)
                    .execute());
            return true;
        });
    }

    @Override
    public void putShown(BattleId battle, Collection<ShownLeak> leaks) {
        boolean unused = writer.write(session -> {
            for (ShownLeak leak : leaks) {
                session.hot()
                        .of("""
                                INSERT INTO leak_shown (battle, position, spec, action, spans)
                                VALUES (:battle, :position, :spec, :action, :spans)
                                ON CONFLICT (battle, position) DO NOTHING
                                """)
                        .bind("battle", battle.value())
                        .bind("position", (long) leak.position())
                        .bind("spec", leak.spec())
                        .bind("action", leak.action())
                        .bind("spans", (long) leak.spans())
                        .execute();
            }
            return true;
        });
    }

    @Override
    public List<ShownLeak> shown(BattleId battle) {
        return reader.read(handle -> handle.createQuery("""
                        SELECT position, spec, action, spans
                        FROM leak_shown
                        WHERE battle = :battle
                        ORDER BY position
                        """)
                .bind("battle", battle.value())
                .map((rs, context) -> new ShownLeak(rs.getInt(1), rs.getLong(2), rs.getString(3), rs.getInt(4)))
                .list());
    }

    @Override
    public Set<BattleId> findFlagged(Collection<BattleId> battles) {
        String list = battles.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(",", "[", "]"));
        return reader.read(handle -> new HashSet<>(handle.createQuery("""
                        SELECT DISTINCT s.battle
                        FROM json_each(:battles) j
                          JOIN leak_shown s ON s.battle = j.value
                        WHERE s.action = 'flag'
                        """)
                .bind("battles", list)
                .map((rs, context) -> new BattleId(rs.getLong(1)))
                .list()));
    }

    @Override
    public long scanFlagged(long after, Consumer<BattleId> action) {
        List<long[]> rows = new ArrayList<>();
        reader.readMany(hot -> {
            hot.of("""
                        SELECT id, battle
                        FROM leak_shown
                        WHERE action = 'flag' AND id > :after
                        ORDER BY id
                        """).bind("after", after).forEach(rs -> rows.add(new long[] {rs.getLong(1), rs.getLong(2)}));
            return rows;
        });
        rows.forEach(row -> action.accept(new BattleId(row[1])));
        return rows.isEmpty() ? after : rows.get(rows.size() - 1)[0];
    }
}
