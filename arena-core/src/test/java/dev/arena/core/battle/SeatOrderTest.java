package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.ContestantId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeatOrderTest {
    /** Orders of responses 1 to 4 under the seeds 1, 2 and 3, from JDK 17. */
    private static final List<List<Long>> KNOWN =
            List.of(List.of(2L, 1L, 4L, 3L), List.of(4L, 2L, 1L, 3L), List.of(3L, 1L, 2L, 4L));

    private static List<ResponseHead> heads(int count) {
        List<ResponseHead> heads = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            heads.add(new ResponseHead(new ResponseId(i), new PromptId(1), new ContestantId(i * 7L), 1, "hash" + i));
        }
        return heads;
    }

    @Test
    void draw_sameSeed_sameOrderHoweverTheMatchupIsListed() {
        List<ResponseHead> heads = heads(6);
        List<ResponseHead> reversed = new ArrayList<>(heads);
        Collections.reverse(reversed);
        for (long seed = 0; seed < 100; seed++) {
            assertThat(SeatOrder.draw(reversed, seed)).isEqualTo(SeatOrder.draw(heads, seed));
        }
    }

    @Test
    void draw_knownSeeds_keepTheirOrderForEver() {
        // Stored battles are checked against these orders, on any Java: a change here breaks old databases.
        List<List<Long>> orders = new ArrayList<>();
        for (long seed = 1; seed <= 3; seed++) {
            orders.add(ids(SeatOrder.draw(heads(4), seed)));
        }

        assertThat(orders).isEqualTo(KNOWN);
    }

    private static List<Long> ids(List<Seat> seats) {
        List<Long> ids = new ArrayList<>();
        for (Seat seat : seats) {
            ResponseId response = seat.response();
            ids.add(response == null ? -1L : response.value());
        }
        return ids;
    }

    @Test
    void draw_manySeeds_everyOrderIsEquallyLikely() {
        // Seed 13; 99.9 % of chi-square with 5 degrees of freedom is 20.5.
        Random seeds = new Random(13);
        Map<List<Seat>, Integer> counts = new HashMap<>();
        int draws = 12_000;
        for (int i = 0; i < draws; i++) {
            counts.merge(SeatOrder.draw(heads(3), seeds.nextLong()), 1, Integer::sum);
        }
        double expected = draws / 6.0;
        double chiSquare = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();

        assertThat(counts).hasSize(6);
        assertThat(chiSquare).isLessThan(20.5);
    }
}
