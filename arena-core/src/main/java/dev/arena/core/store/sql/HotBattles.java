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

    private static final String DRAWN_FOR = """
            SELECT %s
            FROM battle b
              LEFT JOIN study_version t ON t.id = b.study_version
              CROSS JOIN seat s ON s.battle = b.id
            WHERE b.voter = :voter AND coalesce(t.study, 0) = :study
            ORDER BY b.id, s.position
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

    /** All battles drawn for a voter in a study, or on the open floor, oldest first. */
    static List<Battle> listDrawnFor(HotStatements hot, JudgeId voter, long study) {
        return battles(hot.of(DRAWN_FOR).bind("voter", voter.value()).bind("study", study));
    }

    private static Optional<Battle> read(HotStatements.Bound query) {
        return battles(query).stream().findFirst();
    }

    private static List<Battle> battles(HotStatements.Bound query) {
        Rows rows = new Rows();
        query.forEach(rows::take);
        return rows.finish();
    }

    /** The seat whose columns follow those of its battle. */
    static Seat seat(ResultSet rs, int at) throws SQLException {
        Long response = Columns.longOrNull(rs, at + 2);
        return new Seat(new ContestantId(rs.getLong(at + 1)), response == null ? null : new ResponseId(response));
    }

    /** Rows of one seat each, joined to battles. */
    private static final class Rows {
        private final List<Battle> battles = new ArrayList<>(1);
        private @Nullable BattleRow row;
        private List<Seat> seats = new ArrayList<>(2);

        void take(ResultSet rs) throws SQLException {
            if (row == null || row.id() != rs.getLong(1)) {
                end();
                row = BattleRow.read(rs);
            }
            seats.add(seat(rs, BattleRow.COLUMN_COUNT));
        }

        private void end() {
            if (row != null) {
                battles.add(row.battle(seats));
                seats = new ArrayList<>(2);
            }
        }

        List<Battle> finish() {
            end();
            return battles;
        }
    }
}
