package dev.arena.core.tournament;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.ArenaStore;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stored battles of a run by their place in the plan, its slot: matchups of identical responses first, then the battles. Works on
 * numbers only, so that a million rows are read in a moment.
 */
final class RunRows {
    private static final int FIRST_ROOM = 1024;

    private final List<PlannedBattle> identical;
    private final List<PlannedBattle> battles;
    private long[] ids = new long[FIRST_ROOM];
    private int[] slots = new int[FIRST_ROOM];
    private int count;
    private @Nullable SlotTable table;

    private RunRows(Plan plan) {
        this.identical = plan.identical();
        this.battles = plan.battles();
    }

    /** Takes a verdict; {@code sequence} counts the judge's votes on that battle from 1. */
    interface Action {
        void take(int slot, long judge, int sequence, Verdict verdict);
    }

    static RunRows load(ArenaStore store, RunId run, Plan plan) {
        RunRows rows = new RunRows(plan);
        store.battles().scanKeys(run, (battle, key) -> rows.add(battle.value(), key));
        return rows;
    }

    private void add(long id, String key) {
        int slot = find(key);
        if (slot < 0) {
            return;
        }
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
            slots = Arrays.copyOf(slots, 2 * count);
        }
        ids[count] = id;
        slots[count++] = slot;
    }

    /** Battles are stored about in the order of the plan, so the next one is tried before all others. */
    private int find(String key) {
        int next = count == 0 ? 0 : slots[count - 1] + 1;
        if (next < size() && battle(next).key().equals(key)) {
            return next;
        }
        return table().find(SlotTable.hash(key), slot -> battle(slot).key().equals(key));
    }

    private SlotTable table() {
        SlotTable made = table;
        if (made == null) {
            made = new SlotTable(size());
            for (int slot = 0; slot < size(); slot++) {
                made.add(SlotTable.hash(battle(slot).key()), slot);
            }
            table = made;
        }
        return made;
    }

    /** How many slots there are. */
    int size() {
        return identical.size() + battles.size();
    }

    private PlannedBattle battle(int slot) {
        return slot < identical.size() ? identical.get(slot) : battles.get(slot - identical.size());
    }

    /** The battle of that id where it is one that judges decide; null for any other. */
    @Nullable
    PlannedBattle find(BattleId id) {
        int at = Arrays.binarySearch(ids, 0, count, id.value());
        return at < 0 || slots[at] < identical.size() ? null : battle(slots[at]);
    }

    /** Reads the verdicts on the stored battles by battle, judge and age. */
    void scan(ArenaStore store, Action action) {
        if (count == 0) {
            return;
        }
        int[] at = {0};
        store.votes()
                .scanVerdicts(
                        new BattleId(ids[0]), new BattleId(ids[count - 1]), (battle, judge, sequence, verdict) -> {
                            while (at[0] < count && ids[at[0]] < battle) {
                                at[0]++;
                            }
                            if (at[0] < count && ids[at[0]] == battle) {
                                action.take(slots[at[0]], judge, sequence, verdict);
                            }
                        });
    }
}
