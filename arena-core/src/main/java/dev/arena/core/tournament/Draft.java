package dev.arena.core.tournament;

import dev.arena.core.model.Seat;
import org.jspecify.annotations.Nullable;

/** Makes battles of matchups: each in its orders and repeats, byte-identical ones set apart. */
final class Draft {
    private final Entries entries;
    private final Tournament.Pairing pairing;
    private final long seed;
    private final ContestantSets sets = new ContestantSets();

    Draft(Entries entries, Tournament.Pairing pairing, long seed) {
        this.entries = entries;
        this.pairing = pairing;
        this.seed = seed;
    }

    Entries entries() {
        return entries;
    }

    long seed() {
        return seed;
    }

    /** Battles that follow from one matchup, at most. */
    long battlesOf(int contestants) {
        return (long) pairing.repeat() * (pairing.orders() == Orders.BOTH ? contestants : 1);
    }

    /** Whether a battle's responses are the same bytes. */
    boolean identical(PlannedBattle battle) {
        int[] contestants = battle.seats().stream()
                .map(Seat::contestant)
                .mapToInt(entries::place)
                .toArray();
        return entries.identical(entries.place(battle.prompt()), contestants);
    }

    /** Begins to collect the matchups of a round; 0 where there are no rounds. */
    Collector round(int number) {
        return new Collector(number);
    }

    /** Collects matchups. */
    final class Collector implements WholeSchedule.Drawing {
        private final int round;
        private final PlannedBattles first;
        private final PlannedBattles identical;
        private long lacking;

        Collector(int round) {
            this.round = round;
            first = new PlannedBattles(entries, sets, pairing, seed, round);
            identical = new PlannedBattles(
                    entries, sets, new Tournament.Pairing(pairing.schedule(), Orders.FIXED, 1), seed, round);
        }

        @Override
        public void add(int prompt, int[] contestants) {
            add(prompt, contestants, null);
        }

        /** Adds a matchup that was drawn with a probability. */
        void add(int prompt, int[] contestants, @Nullable Double probability) {
            boolean same = entries.identical(prompt, contestants);
            (same ? identical : first).addOrders(prompt, sets.number(contestants), 1, probability);
        }

        @Override
        public void lack(long pairs) {
            lacking += pairs;
        }

        long lacking() {
            return lacking;
        }

        /** The battles of all that was added; repeats come after everything was planned once. */
        Round round() {
            PlannedBattles all = first;
            int once = first.size();
            for (int repeat = 2; repeat <= pairing.repeat(); repeat++) {
                all.repeat(once, repeat);
            }
            return new Round(round, all, identical);
        }
    }
}
