package dev.arena.core.store.sql;

import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Jdbi as this package uses it: named parameters, no templates in SQL, statements kept. */
final class JdbiSetup {
    private JdbiSetup() {}

    static Jdbi create(ConnectionFactory connections, StatementBuilderFactory statements) {
        Jdbi jdbi = Jdbi.create(connections);
        jdbi.setStatementBuilderFactory(statements);
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        return jdbi;
    }
}
