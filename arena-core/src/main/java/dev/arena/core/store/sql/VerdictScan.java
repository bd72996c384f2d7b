package dev.arena.core.store.sql;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.VoteStore.VerdictAction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads verdicts out of an index that holds all it needs; there are few different ones, so each is made once. */
final class VerdictScan {
    private final Map<String, Verdict> abstentions = new HashMap<>();
    private final Map<String, Verdict> rankings = new HashMap<>();

    void run(Connection connection, long from, long to, VerdictAction action) {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT battle, judge, sequence, ranks, reason, preference
                FROM vote INDEXED BY vote_standing
                WHERE battle BETWEEN ? AND ?
                ORDER BY battle, judge, sequence
                """)) {
            query.setLong(1, from);
            query.setLong(2, to);
            try (ResultSet rs = query.executeQuery()) {
                while (rs.next()) {
                    action.take(rs.getLong(1), rs.getLong(2), rs.getInt(3), verdict(rs));
                }
            }
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    private Verdict verdict(ResultSet rs) throws SQLException {
        String ranks = rs.getString(4);
        if (ranks != null) {
            return rankings.computeIfAbsent(ranks, VerdictScan::ranking);
        }
        String reason = rs.getString(5);
        if (reason != null) {
            return abstentions.computeIfAbsent(reason, VerdictScan::abstention);
        }
        Double preference = Columns.doubleOrNull(rs, 6);
        return preference == null ? Verdict.bothBad() : new Verdict.Preference(preference);
    }

    private static Verdict ranking(String ranks) {
        return new VerdictColumns("ranking", ranks, null, null, null, null).verdict();
    }

    private static Verdict abstention(String reason) {
        return new Verdict.Abstention(AbstentionReason.valueOf(reason.toUpperCase(Locale.ROOT)), null);
    }
}
