package dev.arena.core.store.sql;

import dev.arena.core.model.ResponseId;
import dev.arena.core.store.SearchStore;
import dev.arena.core.store.SearchWords;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

/** An index of words (FTS5) that follows the responses; what it has not read yet is looked at text by text. */
final class SqlSearch implements SearchStore {
    private final SqlReader reader;
    private final UnitWriter writer;

    SqlSearch(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    private record Row(long response, String text) {}

    @Override
    public Set<ResponseId> findResponses(SearchWords words) {
        return reader.read(handle -> {
            // the unread ones first: what is indexed meanwhile is found twice, and nothing is missed
            Set<ResponseId> found = new TreeSet<>();
            unread(handle, Integer.MAX_VALUE).forEach(row -> {
                if (words.isIn(row.text())) {
                    found.add(new ResponseId(row.response()));
                }
            });
            found.addAll(indexed(handle, words));
            return found;
        });
    }

    /** Words hold letters and digits only, so quoting them is all that a query needs. */
    private static List<ResponseId> indexed(Handle handle, SearchWords words) {
        String query = words.words().stream().map(word -> '"' + word + "\"*").collect(Collectors.joining(" AND "));
        return handle.createQuery("""
                        SELECT rowid
                        FROM response_words
                        WHERE response_words MATCH :query
                        """)
                .bind("query", query)
                .map((rs, context) -> new ResponseId(rs.getLong(1)))
                .list();
    }

    private static ResultIterable<Row> unread(Handle handle, int most) {
        return handle.createQuery("""
                        SELECT t.response, t.turns
                        FROM response_text t
                        WHERE t.response > (SELECT w.response FROM words_read w WHERE w.id = 1)
                        ORDER BY t.response
                        LIMIT :most
                        """)
                .bind("most", most)
                .map((rs, context) -> new Row(rs.getLong(1), String.join("\n", Texts.turns(rs.getString(2)))));
    }

    @Override
    public int index(int most) {
        return writer.write(session -> {
            Handle handle = session.handle();
            List<Row> rows = unread(handle, most).list();
            for (Row row : rows) {
                handle.createUpdate("""
                                INSERT INTO response_words (rowid, words)
                                VALUES (:response, :words)
                                """)
                        .bind("response", row.response())
                        .bind("words", row.text())
                        .execute();
            }
            if (!rows.isEmpty()) {
                handle.createUpdate("""
                                UPDATE words_read
                                SET response = :response
                                WHERE id = 1
                                """)
                        .bind("response", rows.get(rows.size() - 1).response())
                        .execute();
            }
            return rows.size();
        });
    }
}
