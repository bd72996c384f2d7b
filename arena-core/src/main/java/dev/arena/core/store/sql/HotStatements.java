package dev.arena.core.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The few statements that run for every vote, every battle shown and every imported row, prepared once and bound without Jdbi, whose
 * set-up of a statement takes several times as long as SQLite needs to run one of these. Those of one connection, which one thread uses
 * at a time.
 */
final class HotStatements {
    private static final Pattern NAME = Pattern.compile(":([a-z_0-9]+)");

    private final Connection connection;
    private final Map<String, Bound> kept = new HashMap<>();

    HotStatements(Connection connection) {
        this.connection = connection;
    }

    /** The statement of that text with named parameters; every one of them must be bound before it runs. */
    Bound of(String sql) {
        Bound known = kept.get(sql);
        if (known == null) {
            known = prepare(sql);
            kept.put(sql, known);
        }
        return known;
    }

    private Bound prepare(String sql) {
        // SQLite numbers named parameters by their first appearance.
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(sql);
        while (matcher.find()) {
            if (!names.contains(matcher.group(1))) {
                names.add(matcher.group(1));
            }
        }
        try {
            return new Bound(sql, connection.prepareStatement(sql), names);
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    /** Turns a row into a value. */
    interface Row<T> {
        T read(ResultSet rs) throws SQLException;
    }

    /** Takes a row. */
    interface Each {
        void take(ResultSet rs) throws SQLException;
    }

    /** A kept statement while its parameters are bound. */
    final class Bound {
        private final String sql;
        private final PreparedStatement statement;
        private final Map<String, Integer> positions = new HashMap<>();

        private Bound(String sql, PreparedStatement statement, List<String> names) {
            this.sql = sql;
            this.statement = statement;
            for (String name : names) {
                positions.put(name, positions.size() + 1);
            }
        }

        Bound bind(String name, long value) {
            return set(name, at -> statement.setLong(at, value));
        }

        Bound bind(String name, @Nullable Number value) {
            if (value == null) {
                return set(name, at -> statement.setNull(at, Types.NULL));
            }
            return value instanceof Double real
                    ? set(name, at -> statement.setDouble(at, real))
                    : set(name, at -> statement.setLong(at, value.longValue()));
        }

        Bound bind(String name, @Nullable String value) {
            return set(name, at -> statement.setString(at, value));
        }

        Bound bind(String name, byte[] value) {
            return set(name, at -> statement.setBytes(at, value));
        }

        private interface Setter {
            void set(int position) throws SQLException;
        }

        private Bound set(String name, Setter setter) {
            Integer position = positions.get(name);
            if (position == null) {
                throw new IllegalArgumentException("the statement has no parameter " + name);
            }
            try {
                setter.set(position);
            } catch (SQLException failure) {
                throw new SqlFailure(failure);
            }
            return this;
        }

        void execute() {
            try {
                statement.executeUpdate();
            } catch (SQLException failure) {
                throw failed(failure);
            }
        }

        /** The first row, if there is one. */
        <T> Optional<T> findFirst(Row<T> row) {
            try (ResultSet rs = statement.executeQuery()) {
                return rs.next() ? Optional.of(row.read(rs)) : Optional.empty();
            } catch (SQLException failure) {
                throw failed(failure);
            }
        }

        /** Hands over every row. */
        void forEach(Each each) {
            try (ResultSet rs = statement.executeQuery()) {
                while (rs.next()) {
                    each.take(rs);
                }
            } catch (SQLException failure) {
                throw failed(failure);
            }
        }

        /** The driver ends a statement that failed with more than a broken constraint, so it is prepared anew. */
        private SqlFailure failed(SQLException failure) {
            kept.remove(sql);
            try {
                statement.close();
            } catch (SQLException again) {
                failure.addSuppressed(again);
            }
            return new SqlFailure(failure);
        }
    }
}
