package dev.arena.core.store.sql;

import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyPart;
import dev.arena.core.store.sql.BattleRow.SeatRow;
import dev.arena.core.store.sql.VerifyReport.Check;
import dev.arena.core.store.sql.VerifyReport.Finding;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Whether every battle and its seats are the ones their hash was made of, and fit together. */
final class BattleChecks {
    private final List<Finding> findings;
    private final RowHash rowHash = new RowHash();

    BattleChecks(List<Finding> findings) {
        this.findings = findings;
    }

    private record HashedBattle(BattleRow row, String hash) {}

    void run(Handle handle) {
        handle.createQuery("""
                        SELECT %s, b.row_hash
                        FROM battle b
                        ORDER BY b.id
                        """.formatted(BattleRow.COLUMNS))
                .map((rs, context) ->
                        new HashedBattle(BattleRow.read(rs), RowHash.read(rs, BattleRow.COLUMN_COUNT + 1)))
                .forEach(battle -> check(handle, battle));
        checkResponses(handle);
        checkOpen(handle);
    }

    private void check(Handle handle, HashedBattle battle) {
        BattleRow row = battle.row();
        List<SeatRow> seats = handle.createQuery("""
                        SELECT battle, position, contestant, response
                        FROM seat
                        WHERE battle = :battle
                        ORDER BY position
                        """)
                .bind("battle", row.id())
                .map((rs, context) -> SeatRow.read(rs))
                .list();
        List<Seat> inOrder = seats.stream().map(SeatRow::seat).toList();
        if (!row.hash(rowHash, inOrder).equals(battle.hash())) {
            add("battle " + row.id() + ": it or its seats are not the ones its hash was made of; changed from outside");
        }
        boolean gapless = true;
        for (int i = 0; i < seats.size(); i++) {
            gapless &= seats.get(i).position() == i + 1;
        }
        if (!gapless || seats.size() != row.seats()) {
            add("battle " + row.id() + ": has " + row.seats() + " seats, but positions "
                    + seats.stream().map(SeatRow::position).toList());
        }
        long contestants = seats.stream().map(SeatRow::contestant).distinct().count();
        if (contestants != seats.size() && !StudyPart.GOLD.word().equals(row.part())) {
            add("battle " + row.id() + ": a contestant sits in it twice");
        }
    }

    private void checkResponses(Handle handle) {
        handle.createQuery("""
                        SELECT s.battle, s.position
                        FROM seat s
                          JOIN battle b ON b.id = s.battle
                          JOIN response r ON r.id = s.response
                        WHERE r.contestant <> s.contestant OR r.prompt IS NOT b.prompt
                        ORDER BY s.battle, s.position
                        """)
                .map((rs, context) -> "battle " + rs.getLong(1) + ": the response in position " + rs.getInt(2)
                        + " is not its contestant's, or not to the battle's prompt")
                .forEach(this::add);
    }

    private void checkOpen(Handle handle) {
        handle.createQuery("""
                        SELECT o.battle
                        FROM open_battle o JOIN battle b ON b.id = o.battle
                        WHERE b.voter IS NOT o.voter
                          OR o.study <> coalesce((SELECT s.study FROM study_version s WHERE s.id = b.study_version), 0)
                          OR EXISTS (SELECT 1 FROM vote v WHERE v.battle = o.battle AND v.judge = o.voter)
                        ORDER BY o.battle
                        """)
                .map((rs, context) -> "battle " + rs.getLong(1)
                        + ": counts as open for a voter whom it was not drawn for, in a study that is not its own, or who has"
                        + " voted on it")
                .forEach(this::add);
    }

    private void add(String message) {
        findings.add(new Finding(Check.BATTLES, message));
    }
}
