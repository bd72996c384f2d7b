package dev.arena.core.battle;

import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.Seat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
        return drawSeats(matchup.stream().map(SeatOrder::seat).toList(), seed);
    }

    /** The same on seats with responses. */
    static List<Seat> drawSeats(List<Seat> seats, long seed) {
        RandomGenerator chance = generator(seed);
        List<Seat> order = new ArrayList<>(seats);
        order.sort(Comparator.comparing(seat -> Objects.requireNonNull(seat.response(), "a seat without a response")));
        for (int last = order.size() - 1; last > 0; last--) {
            Collections.swap(order, last, chance.nextInt(last + 1));
        }
        return List.copyOf(order);
    }

    static Seat seat(ResponseHead head) {
        return new Seat(head.contestant(), head.id());
    }

    static RandomGenerator generator(long seed) {
        return GENERATOR.create(seed);
    }
}
