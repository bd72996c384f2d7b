package dev.arena.core.tournament;

import dev.arena.core.model.Seat;
import java.util.Arrays;
import java.util.List;

/** Which battles of a plan are orders of one matchup: same prompt, same contestants, same repeat. */
final class Matchups {
    private final int[] matchupOf;
    private final int count;

    private Matchups(int[] matchupOf, int count) {
        this.matchupOf = matchupOf;
        this.count = count;
    }

    static Matchups of(Plan plan) {
        List<PlannedBattle> battles = plan.battles();
        int[] matchupOf = new int[battles.size()];
        SlotTable table = new SlotTable(battles.size());
        int count = 0;
        for (int i = 0; i < matchupOf.length; i++) {
            PlannedBattle battle = battles.get(i);
            long hash = hash(battle);
            int known = table.find(hash, other -> isSame(battle, battles.get(other)));
            if (known < 0) {
                table.add(hash, i);
                matchupOf[i] = count++;
            } else {
                matchupOf[i] = matchupOf[known];
            }
        }
        return new Matchups(matchupOf, count);
    }

    private static long hash(PlannedBattle battle) {
        long contestants = 0;
        for (Seat seat : battle.seats()) {
            contestants += SlotTable.mixed(seat.contestant().value());
        }
        return SlotTable.mixed(battle.prompt().value() * 31 + battle.repeat()) ^ contestants;
    }

    private static boolean isSame(PlannedBattle one, PlannedBattle other) {
        return one.repeat() == other.repeat()
                && one.prompt().equals(other.prompt())
                && Arrays.equals(contestants(one), contestants(other));
    }

    private static long[] contestants(PlannedBattle battle) {
        long[] contestants = new long[battle.seats().size()];
        Arrays.setAll(contestants, i -> battle.seats().get(i).contestant().value());
        Arrays.sort(contestants);
        return contestants;
    }

    /** A new count of matchups with the same result in every order. */
    Consistency consistency() {
        return new Consistency();
    }

    /** Compares the orders of each matchup. */
    final class Consistency {
        private static final int BASE = 33;

        private final long[] firstResult = new long[count];
        private final byte[] orders = new byte[count];
        private final boolean[] differs = new boolean[count];

        /** Takes a verdict on the battle at that place of the plan; ranks by position. */
        void add(int index, PlannedBattle battle, List<Integer> ranks) {
            int matchup = matchupOf[index];
            long result = result(battle, ranks);
            if (orders[matchup] == 0) {
                firstResult[matchup] = result;
            }
            differs[matchup] |= result != firstResult[matchup];
            orders[matchup] = (byte) Math.min(2, orders[matchup] + 1);
        }

        /** The ranks in the order of the contestants' ids, as one number. */
        private long result(PlannedBattle battle, List<Integer> ranks) {
            long[] contestants = contestants(battle);
            long result = 0;
            for (long contestant : contestants) {
                for (int i = 0; i < ranks.size(); i++) {
                    if (battle.seats().get(i).contestant().value() == contestant) {
                        result = result * BASE + ranks.get(i);
                    }
                }
            }
            return result;
        }

        /** Matchups with a verdict in more than one order. */
        long compared() {
            long compared = 0;
            for (byte given : orders) {
                compared += given > 1 ? 1 : 0;
            }
            return compared;
        }

        /** Of these, matchups with the same result in every order. */
        long consistent() {
            long consistent = 0;
            for (int i = 0; i < orders.length; i++) {
                consistent += orders[i] > 1 && !differs[i] ? 1 : 0;
            }
            return consistent;
        }
    }
}
