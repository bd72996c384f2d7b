package dev.arena.core.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row many of whose columns are null. The driver takes one call to read a column and, for a number, another to learn that it was
 * null; here a column of the query says it of all: its bit n is set where column n is null.
 */
final class SparseRow {
    private final ResultSet rs;
    private final long nulls;

    /** @param nullsAt where the column with the bits is */
    SparseRow(ResultSet rs, int nullsAt) throws SQLException {
        this.rs = rs;
        this.nulls = rs.getLong(nullsAt);
    }

    @Nullable
    Long longAt(int column) throws SQLException {
        return isNull(column) ? null : (Long) rs.getLong(column);
    }

    @Nullable
    Integer intAt(int column) throws SQLException {
        return isNull(column) ? null : (Integer) rs.getInt(column);
    }

    @Nullable
    Double doubleAt(int column) throws SQLException {
        return isNull(column) ? null : (Double) rs.getDouble(column);
    }

    @Nullable
    String textAt(int column) throws SQLException {
        return isNull(column) ? null : rs.getString(column);
    }

    private boolean isNull(int column) {
        return (nulls >> column & 1) == 1;
    }
}
