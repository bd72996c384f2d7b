package dev.arena.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A battle before it is stored.
 *
 * @param token what a voter's browser sees instead of the id: random, linked to nothing
 * @param prompt null where a file of battles names none
 * @param seats in the order shown, at least two, each contestant once; a gold battle may show a response twice
 * @param seed what the order was drawn from; null where it was given (a fixed schedule, a file)
 * @param pickProbability probability with which the matchmaker drew this matchup, in (0, 1]; null where nothing was drawn
 * @param openedAt kept to the millisecond
 */
public record BattleDraft(
        String token,
        @Nullable PromptId prompt,
        List<Seat> seats,
        @Nullable Long seed,
        @Nullable Double pickProbability,
        BattleOrigin origin,
        BattleTags tags,
        Instant openedAt) {
    public BattleDraft {
        seats = List.copyOf(seats);
        openedAt = openedAt.truncatedTo(ChronoUnit.MILLIS);
        if (seats.size() < 2) {
            throw new IllegalArgumentException("a battle needs at least two seats, found " + seats.size());
        }
        Set<ContestantId> seen = new HashSet<>();
        for (Seat seat : seats) {
            if (!seen.add(seat.contestant()) && origin.part() != StudyPart.GOLD) {
                throw new IllegalArgumentException("a contestant cannot battle itself: " + seat.contestant());
            }
        }
        if (pickProbability != null && !(pickProbability > 0 && pickProbability <= 1)) {
            throw new IllegalArgumentException("pick probability must lie in (0, 1], found " + pickProbability);
        }
    }

    /** What was compared, in no order: the same text for the same prompt and responses. */
    public String matchupKey() {
        return matchupKey(
                prompt,
                seats.stream().map(Seat::response).filter(Objects::nonNull).toList());
    }

    /** The same of a battle that is not made yet. */
    public static String matchupKey(@Nullable PromptId prompt, Collection<ResponseId> responses) {
        StringBuilder key = new StringBuilder();
        key.append(prompt == null ? "" : String.valueOf(prompt.value()));
        responses.stream().sorted().forEach(response -> key.append(':').append(response.value()));
        return key.toString();
    }
}
