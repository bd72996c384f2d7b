package dev.arena.core.store.sql;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;

/** Keeps the prepared statements of each connection, since SQLite spends longer on preparing ours than on running them. */
final class StatementCache implements StatementBuilderFactory {
    private final Map<Connection, StatementBuilder> builders = new ConcurrentHashMap<>();

    @Override
    public StatementBuilder createStatementBuilder(Connection connection) {
        return builders.computeIfAbsent(connection, ignored -> new Builder());
    }

    /** Drops what is kept for a connection that is about to be closed. */
    void forget(Connection connection) {
        builders.remove(connection);
    }

    /** The statements of one connection, which one thread uses at a time. */
    private static final class Builder implements StatementBuilder {
        private final Map<String, PreparedStatement> idle = new HashMap<>();
        private final IdentityHashMap<Statement, String> texts = new IdentityHashMap<>();

        @Override
        public Statement create(Connection connection, StatementContext context) throws SQLException {
            return connection.createStatement();
        }

        @Override
        public PreparedStatement create(Connection connection, String sql, StatementContext context)
                throws SQLException {
            PreparedStatement kept = idle.remove(sql);
            if (kept != null) {
                return kept;
            }
            PreparedStatement fresh = connection.prepareStatement(sql);
            texts.put(fresh, sql);
            return fresh;
        }

        @Override
        public CallableStatement createCall(Connection connection, String sql, StatementContext context)
                throws SQLException {
            return connection.prepareCall(sql);
        }

        /** {@code sql} is the text with its named parameters, where {@code create} was given the one with positions. */
        @Override
        public void close(Connection connection, String sql, Statement statement) throws SQLException {
            String text = texts.get(statement);
            if (text != null
                    && !idle.containsKey(text)
                    && statement instanceof PreparedStatement prepared
                    && isUsable(prepared)) {
                idle.put(text, prepared);
            } else {
                texts.remove(statement);
                statement.close();
            }
        }

        /** The driver ends a statement that failed with more than a broken constraint, such as on a full disk. */
        private static boolean isUsable(PreparedStatement prepared) {
            try {
                prepared.clearParameters();
                return true;
            } catch (SQLException ended) {
                return false;
            }
        }
    }
}
