package dev.arena.core.tournament;

import dev.arena.core.judge.Hash;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The battles of a plan as columns of numbers; a {@link PlannedBattle} is made when it is asked for. A battle's number is its place in
 * the list. Immutable once built.
 */
final class PlannedBattles extends AbstractList<PlannedBattle> implements RandomAccess {
    private static final int INITIAL = 64;

    private final Entries entries;
    private final ContestantSets sets;
    private final Orders orders;
    private final long seed;
    private final int round;
    private int[] prompt = new int[INITIAL];
    private int[] set = new int[INITIAL];
    private short[] order = new short[INITIAL];
    private short[] repeat = new short[INITIAL];
    /** Empty where nothing was drawn. */
    private double[] probability = {};

    private int size;

    /**
     * An empty list.
     *
     * @param round 0 where the whole schedule is known from the start
     */
    PlannedBattles(Entries entries, ContestantSets sets, Tournament.Pairing pairing, long seed, int round) {
        this.entries = entries;
        this.sets = sets;
        this.orders = pairing.orders();
        this.seed = seed;
        this.round = round;
    }

    /** Adds the battles of one matchup: one for each of its orders, one after the other. */
    void addOrders(int promptPlace, int setNumber, int repeatNumber, @Nullable Double drawn) {
        int rotations = orders == Orders.BOTH ? sets.get(setNumber).length : 1;
        for (int rotation = 0; rotation < rotations; rotation++) {
            add(promptPlace, setNumber, rotation, repeatNumber);
            if (drawn != null) {
                probability =
                        probability.length < prompt.length ? Arrays.copyOf(probability, prompt.length) : probability;
                probability[size - 1] = drawn;
            }
        }
    }

    /** Adds the first so many battles again as a further repeat. */
    void repeat(int battles, int repeatNumber) {
        for (int i = 0; i < battles; i++) {
            add(prompt[i], set[i], order[i], repeatNumber);
            if (probability.length > 0) {
                probability =
                        probability.length < prompt.length ? Arrays.copyOf(probability, prompt.length) : probability;
                probability[size - 1] = probability[i];
            }
        }
    }

    private void add(int promptPlace, int setNumber, int rotation, int repeatNumber) {
        if (size == prompt.length) {
            int grown = size + (size >> 1);
            prompt = Arrays.copyOf(prompt, grown);
            set = Arrays.copyOf(set, grown);
            order = Arrays.copyOf(order, grown);
            repeat = Arrays.copyOf(repeat, grown);
        }
        prompt[size] = promptPlace;
        set[size] = setNumber;
        order[size] = (short) rotation;
        repeat[size] = (short) repeatNumber;
        size++;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public PlannedBattle get(int index) {
        Objects.checkIndex(index, size);
        int[] listed = sets.get(set[index]);
        PlannedBattle.Pick pick =
                round == 0 ? null : new PlannedBattle.Pick(round, probability.length == 0 ? null : probability[index]);
        int p = prompt[index];
        if (orders != Orders.RANDOM) {
            return new PlannedBattle(
                    entries.prompts().get(p).id(),
                    entries.seats(p, Orders.rotated(listed, order[index])),
                    repeat[index],
                    null,
                    pick);
        }
        PlannedBattle first = new PlannedBattle(entries.prompts().get(p).id(), entries.seats(p, listed), 1, null, pick);
        long drawn = Hash.seed("order", Long.toString(seed), first.key(), Integer.toString(repeat[index]));
        return new PlannedBattle(first.prompt(), Orders.shuffled(first.seats(), drawn), repeat[index], drawn, pick);
    }

    /** The place of a battle's prompt in the plan. */
    int prompt(int index) {
        return prompt[index];
    }

    /** The places of a battle's contestants in the plan, in the order of the schedule; not to be changed. */
    int[] contestants(int index) {
        return sets.get(set[index]);
    }

    /** Whether a battle is the last of its matchup and repeat. */
    boolean endsMatchup(int index) {
        return index + 1 == size || order[index + 1] == 0;
    }
}
