package dev.arena.core.store.sql;

import dev.arena.core.model.ResponseText;
import dev.arena.core.store.sql.VerifyReport.Check;
import dev.arena.core.store.sql.VerifyReport.Finding;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Whether the text of every response is the one its hash was made of. */
final class ResponseChecks {
    private final List<Finding> findings;

    ResponseChecks(List<Finding> findings) {
        this.findings = findings;
    }

    private record Row(long id, boolean matches) {
        static Row read(ResultSet rs) throws SQLException {
            return new Row(rs.getLong(1), matches(rs.getString(2), rs.getString(3), rs.getString(4)));
        }

        private static boolean matches(String sha256, String turns, String attachments) {
            try {
                ResponseText text = new ResponseText(Texts.turns(turns), Texts.attachments(attachments));
                return text.sha256().equals(sha256);
            } catch (IllegalArgumentException | UncheckedIOException unreadable) {
                return false;
            }
        }
    }

    void run(Handle handle) {
        handle.createQuery("""
                        SELECT r.id, r.sha256, coalesce(t.turns, ''), coalesce(t.attachments, '')
                        FROM response r LEFT JOIN response_text t ON t.response = r.id
                        ORDER BY r.id
                        """).map((rs, context) -> Row.read(rs)).forEach(row -> {
            if (!row.matches()) {
                findings.add(new Finding(
                        Check.RESPONSES,
                        "response " + row.id() + ": its text is not the one its hash was made of; it was changed from"
                                + " outside"));
            }
        });
    }
}
