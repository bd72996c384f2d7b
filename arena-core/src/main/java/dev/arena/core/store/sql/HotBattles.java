package dev.arena.core.store.sql;

import dev.arena.core.model.Battle;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads single battles with their seats in one statement. */
final class HotBattles {
    /** A battle's columns, then those of one of its seats. */
    static final String COLUMNS = BattleRow.COLUMNS + ", s.contestant, s.response";

    private static final String BY_TOKEN = """
            SELECT %s
            FROM battle b CROSS JOIN seat s ON s.battle = b.id
            WHERE b.token = :token
            ORDER BY s.position
            """.formatted(COLUMNS);

    private static final String OPEN = """
            SELECT %s
            FROM open_battle o CROSS JOIN battle b ON b.id = o.battle CROSS JOIN seat s ON s.battle = b.id
            WHERE o.voter = :voter AND o.study = :study
            ORDER BY s.position
            """.formatted(COLUMNS);

    private static final String BY_ID = """
            SELECT %s
            FROM battle b CROSS JOIN seat s ON s.battle = b.id
            WHERE b.id = :id
            ORDER BY s.position
            """.formatted(COLUMNS);

    private HotBattles() {}

    static Optional<Battle> findByToken(HotStatements hot, String token) {
        return read(hot.of(BY_TOKEN).bind("token", token));
    }

    /** A voter's open battle in a study, or on the open floor. */
    static Optional<Battle> findOpen(HotStatements hot, JudgeId voter, long study) {
        return read(hot.of(OPEN).bind("voter", voter.value()).bind("study", study));
    }

    static Optional<Battle> find(HotStatements hot, long id) {
        return read(hot.of(BY_ID).bind("id", id));
    }

    private static Optional<Battle> read(HotStatements.Bound query) {
        Rows rows = new Rows();
        query.forEach(rows::take);
        return Optional.ofNullable(rows.battle());
    }

    /** The seat whose columns follow those of its battle. */
    static Seat seat(ResultSet rs, int at) throws SQLException {
        Long response = Columns.longOrNull(rs, at + 2);
        return new Seat(new ContestantId(rs.getLong(at + 1)), response == null ? null : new ResponseId(response));
    }

    private static final class Rows {
        private @Nullable BattleRow row;
        private final List<Seat> seats = new ArrayList<>(2);

        void take(ResultSet rs) throws SQLException {
            if (row == null) {
                row = BattleRow.read(rs);
            }
            seats.add(seat(rs, BattleRow.COLUMN_COUNT));
        }

        @Nullable
        Battle battle() {
            return row == null ? null : row.battle(seats);
        }
    }
}
