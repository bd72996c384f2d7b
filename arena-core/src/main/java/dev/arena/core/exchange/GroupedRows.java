package dev.arena.core.exchange;

import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Gathers rows that follow each other and carry the same {@code ranking_id}. */
final class GroupedRows implements Rows {
    private final String file;
    private final Rows rows;
    private @Nullable Row ahead;

    GroupedRows(String file, Rows rows) {
        this.file = file;
        this.rows = rows;
    }

    @Override
    public Collection<String> fields() throws IOException {
        return rows.fields();
    }

    @Override
    public long line() throws IOException {
        return rows.line();
    }

    @Override
    public @Nullable Row next() throws IOException {
        Row first = ahead == null ? rows.next() : ahead;
        ahead = null;
        if (first == null || first instanceof BrokenRow) {
            return first;
        }
        GroupRow group = new GroupRow(file, first);
        String id = id(first);
        while (id != null) {
            Row row = rows.next();
            if (row == null || row instanceof BrokenRow || !id.equals(id(row))) {
                ahead = row;
                break;
            }
            group.add(row);
        }
        return group;
    }

    /** The ranking that a row belongs to; null where it names none, which its reader will refuse. */
    private static @Nullable String id(Row row) {
        return row.isList("ranking_id") ? null : row.text("ranking_id");
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
