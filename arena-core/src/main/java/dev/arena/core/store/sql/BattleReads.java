package dev.arena.core.store.sql;

import dev.arena.core.model.Battle;
import dev.arena.core.model.Seat;
import dev.arena.core.store.sql.BattleRow.SeatRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Battles with their seats, read in two queries however many there are. */
final class BattleReads {
    private BattleReads() {}

    static Battle get(Handle handle, long id) {
        return list(handle, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no battle " + id));
    }

    /** The battles of those ids that are stored, in the order given. */
    static List<Battle> list(Handle handle, Collection<Long> ids) {
        Map<Long, Battle> byId = byId(handle, ids);
        List<Battle> battles = new ArrayList<>();
        for (Long id : ids) {
            Battle battle = byId.get(id);
            if (battle != null) {
                battles.add(battle);
            }
        }
        return battles;
    }

    /** The battles of those ids that are stored. */
    static Map<Long, Battle> byId(Handle handle, Collection<Long> ids) {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        Map<Long, List<Seat>> seats = new HashMap<>();
        seatRows(handle, list)
                .forEach(row -> seats.computeIfAbsent(row.battle(), battle -> new ArrayList<>(2))
                        .add(row.seat()));
        Map<Long, Battle> battles = new HashMap<>();
        for (BattleRow row : battleRows(handle, list)) {
            battles.put(row.id(), row.battle(seats.getOrDefault(row.id(), List.of())));
        }
        return battles;
    }

    private static List<BattleRow> battleRows(Handle handle, String ids) {
        return handle.createQuery("""
                        SELECT %s
                        FROM json_each(:ids) j JOIN battle b ON b.id = j.value
                        """.formatted(BattleRow.COLUMNS))
                .bind("ids", ids)
                .map((rs, context) -> BattleRow.read(rs))
                .list();
    }

    private static List<SeatRow> seatRows(Handle handle, String ids) {
        return handle.createQuery("""
                        SELECT s.battle, s.position, s.contestant, s.response
                        FROM json_each(:ids) j JOIN seat s ON s.battle = j.value
                        ORDER BY s.battle, s.position
                        """)
                .bind("ids", ids)
                .map((rs, context) -> SeatRow.read(rs))
                .list();
    }
}
