package dev.arena.core.tournament;

import dev.arena.core.model.PromptId;
import dev.arena.core.model.Seat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A battle of a plan.
 *
 * @param seats in the order shown
 * @param repeat from 1
 * @param seed what the order was drawn from, or null where it was given
 */
record PlannedBattle(
        PromptId prompt,
        List<Seat> seats,
        int repeat,
        @Nullable Long seed) {
    /** Unique in a run: prompt, contestants in their order, repeat. */
    String key() {
        StringBuilder key = new StringBuilder().append(prompt.value());
        char separator = ':';
        for (Seat seat : seats) {
            key.append(separator).append(seat.contestant().value());
            separator = '>';
        }
        return key.append('#').append(repeat).toString();
    }
}
