package dev.arena.core.leaderboard;

import dev.arena.ratings.Crossing;
import dev.arena.ratings.SharedClusters;
import java.util.ArrayList;
import java.util.List;

/**
 * How often things were said of one matchup: the clusters of the default board as {@link SharedClusters} wants them, kept up vote by
 * vote. Of each matchup it keeps the different things that were said of it, in about fifteen bytes each. Not safe for use by many
 * threads.
 */
final class ClusterCounts {
    /** Judge groups are bits of a number. */
    static final int MOST_GROUPS = 62;

    static final int POSITION_UNKNOWN = SharedClusters.UNKNOWN_POSITION;

    private final LongCodes pairs = new LongCodes();
    private final LongCodes turns = new LongCodes();
    private final LongCodes clusters = new LongCodes();
    private final List<Thing> things = new ArrayList<>();
    /** One more than the first entry of each cluster, and than the next one after each entry; 0 for none. */
    private final Codes heads = new Codes();

    private final Codes nexts = new Codes();
    private final Codes kinds = new Codes();
    private final Longs counts = new Longs(1);
    private int entries;

    private final Sums meetings = new Sums();
    private final LongCodes masks = new LongCodes();
    private final Sums clustersOfMask = new Sums();
    private final Sums clustersWon = new Sums();
    private boolean summaryAwaited;

    /**
     * Something that is said of matchups: a verdict on a lineup by a judge group.
     *
     * @param number the same for the same thing, from 0 without gaps
     * @param judge the judge group, or {@link #POSITION_UNKNOWN}
     * @param score of the first
     */
    record Thing(int number, int first, int second, int judge, double score) {
        /** Who scored above whom, or nobody. */
        long win() {
            if (score == 0.5) {
                return -1;
            }
            return score > 0.5 ? ((long) first << 32) | second : ((long) second << 32) | first;
        }
    }

    /** Sums by key. */
    private static final class Sums {
        private final LongCodes keys = new LongCodes();
        private final Longs values = new Longs(0);

        void add(long key, long value) {
            int at = keys.code(key);
            values.set(at, values.get(at) + value);
        }
    }

    /**
     * Adds votes, or takes them out.
     *
     * @param prompt and turn say, with the pair, which matchup it is
     * @param count how many, below 0 to take out
     */
    void add(Thing thing, int prompt, int turn, long count) {
        if (thing.number() == things.size()) {
            things.add(thing);
        }
        long low = Math.min(thing.first(), thing.second());
        int pair = pairs.code((low << 32) | Math.max(thing.first(), thing.second()));
        int cluster = clusters.code(((long) pair << 32) | turns.code(((long) prompt << 32) | turn));
        if (summaryAwaited) {
            change(cluster, thing.number(), count);
            return;
        }
        summarise(cluster, pair, -1);
        change(cluster, thing.number(), count);
        summarise(cluster, pair, 1);
    }

    /** Many votes follow: what is known of whole clusters is left for {@link #summarise()}, once instead of with each vote. */
    void awaitSummary() {
        if (clusters.size() > 0) {
            throw new IllegalStateException("only before the first vote");
        }
        summaryAwaited = true;
    }

    /** Makes up for what was left since {@link #awaitSummary}. */
    void summarise() {
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            summarise(cluster, (int) (clusters.key(cluster) >>> 32), 1);
        }
        summaryAwaited = false;
    }

    private void change(int cluster, int kind, long count) {
        int own = -1;
        for (int at = heads.get(cluster) - 1; at >= 0; at = nexts.get(at) - 1) {
            if (kinds.get(at) == kind) {
                own = at;
            } else {
                meetings.add(meeting(kind, kinds.get(at)), count * counts.get(at));
            }
        }
        long before = 0;
        if (own < 0) {
            own = entries++;
            kinds.set(own, kind);
            nexts.set(own, heads.get(cluster));
            heads.set(cluster, own + 1);
        } else {
            before = counts.get(own);
        }
        long now = before + count;
        counts.set(own, now);
        meetings.add(meeting(kind, kind), now * now - before * before);
    }

    private static long meeting(int kind, int other) {
        return ((long) Math.min(kind, other) << 32) | Math.max(kind, other);
    }

    /** Counts a cluster among those of its judge groups and wins, or takes it out of them. */
    private void summarise(int cluster, int pair, int sign) {
        long mask = 0;
        long win = -1;
        long otherWin = -1;
        for (int at = heads.get(cluster) - 1; at >= 0; at = nexts.get(at) - 1) {
            if (counts.get(at) > 0) {
                Thing thing = things.get(kinds.get(at));
                mask |= 1L << thing.judge();
                long won = thing.win();
                if (won >= 0 && win < 0) {
                    win = won;
                } else if (won >= 0 && won != win) {
                    otherWin = won;
                }
            }
        }
        if (mask != 0) {
            clustersOfMask.add(((long) pair << 32) | masks.code(mask), sign);
        }
        if (win >= 0) {
            clustersWon.add(win, sign);
        }
        if (otherWin >= 0) {
            clustersWon.add(otherWin, sign);
        }
    }

    /**
     * All of it in other numbers.
     *
     * @param rowOf the row of evidence of each thing, -1 where it has none
     * @param contestantOf by contestant
     * @param judgeOf by judge group
     */
    SharedClusters shared(int[] rowOf, int[] contestantOf, int[] judgeOf) {
        List<SharedClusters.Meeting> met = new ArrayList<>();
        for (int k = 0; k < meetings.keys.size(); k++) {
            int one = rowOf[(int) (meetings.keys.key(k) >>> 32)];
            int other = rowOf[(int) meetings.keys.key(k)];
            long product = meetings.values.get(k);
            if (product != 0) {
                met.add(new SharedClusters.Meeting(Math.min(one, other), Math.max(one, other), product));
            }
        }
        List<SharedClusters.Group> groups = new ArrayList<>();
        for (int k = 0; k < clustersOfMask.keys.size(); k++) {
            long pair = pairs.key((int) (clustersOfMask.keys.key(k) >>> 32));
            long mask = masks.key((int) clustersOfMask.keys.key(k));
            groups.add(new SharedClusters.Group(
                    contestantOf[(int) (pair >>> 32)],
                    contestantOf[(int) pair],
                    translated(mask, judgeOf),
                    clustersOfMask.values.get(k)));
        }
        List<Crossing> wins = new ArrayList<>();
        for (int k = 0; k < clustersWon.keys.size(); k++) {
            long win = clustersWon.keys.key(k);
            if (clustersWon.values.get(k) > 0) {
                wins.add(new Crossing(
                        contestantOf[(int) (win >>> 32)], contestantOf[(int) win], clustersWon.values.get(k)));
            }
        }
        return new SharedClusters(met, groups, wins);
    }

    private static long translated(long mask, int[] judgeOf) {
        long result = mask & (1L << POSITION_UNKNOWN);
        for (int judge = 0; judge < judgeOf.length; judge++) {
            if ((mask >>> judge & 1) != 0 && judgeOf[judge] >= 0) {
                result |= 1L << judgeOf[judge];
            }
        }
        return result;
    }
}
