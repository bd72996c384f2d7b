package dev.arena.core.battle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stored vote buys.
 *
 * @param vote the public id of the vote, with which it can be withdrawn
 * @param verdict what was said: {@code first}, {@code second}, {@code tie}, {@code both_bad}, {@code ranking} or {@code skip}
 * @param seats by position; empty after a skip
 * @param progress as it was when the vote was stored
 */
public record Reveal(String vote, String verdict, List<RevealedSeat> seats, VotingProgress progress) {
    public Reveal {
        seats = List.copyOf(seats);
    }

    /**
     * Who stood where.
     *
     * @param facts what is known about the contestant, as in {@link dev.arena.core.model.Contestant#facts}
     * @param rating on the default board that counts this vote; null where no rating exists
     * @param ratingChange by this vote; null where no rating existed before or exists after
     */
    public record RevealedSeat(
            String contestant,
            Map<String, String> facts,
            @Nullable Double rating,
            @Nullable Double ratingChange) {}
}
