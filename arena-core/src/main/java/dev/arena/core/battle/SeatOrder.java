package dev.arena.core.battle;

import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.Seat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Seats the responses of a matchup in an order that follows from a seed alone, so that a stored order can be drawn again. */
final class SeatOrder {
    /** Named, because the order of every stored battle can be checked against its seed only with the same generator. */
    private static final RandomGeneratorFactory<RandomGenerator> GENERATOR =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private SeatOrder() {}

    /** Fisher and Yates on the responses sorted by id. */
    static List<Seat> draw(List<ResponseHead> matchup, long seed) {
        RandomGenerator chance = generator(seed);
        List<ResponseHead> order = new ArrayList<>(matchup);
        order.sort(Comparator.comparing(ResponseHead::id));
        for (int last = order.size() - 1; last > 0; last--) {
            Collections.swap(order, last, chance.nextInt(last + 1));
        }
        return order.stream()
                .map(head -> new Seat(head.contestant(), head.id()))
                .toList();
    }

    static RandomGenerator generator(long seed) {
        return GENERATOR.create(seed);
    }
}
