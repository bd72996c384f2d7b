package dev.arena.core.tournament;

import dev.arena.core.model.Battle;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A battle of a plan.
 *
 * @param seats in the order shown
 * @param repeat from 1
 * @param seed what the order was drawn from, or null where it was given
 * @param pick the round that drew it; null where the whole schedule is known from the start
 */
record PlannedBattle(
        PromptId prompt,
        List<Seat> seats,
        int repeat,
        @Nullable Long seed,
        @Nullable Pick pick) {
    private static final char REPEAT = '#';
    private static final char ROUND = '@';

    /**
     * How a round drew a battle.
     *
     * @param round from 1
     * @param probability of drawing these contestants for this prompt; null where nothing was drawn
     */
    record Pick(int round, @Nullable Double probability) {}

    /** Unique in a run: prompt, contestants in their order, repeat, and the round where there are several. */
    String key() {
        StringBuilder key = new StringBuilder().append(prompt.value());
        char separator = ':';
        for (Seat seat : seats) {
            key.append(separator).append(seat.contestant().value());
            separator = '>';
        }
        key.append(REPEAT).append(repeat);
        if (pick != null) {
            key.append(ROUND).append(pick.round());
        }
        return key.toString();
    }

    /** The round it belongs to; 0 where the whole schedule is known from the start. */
    int round() {
        return pick == null ? 0 : pick.round();
    }

    /** The probability with which its contestants were drawn; null where nothing was drawn. */
    @Nullable
    Double pickProbability() {
        return pick == null ? null : pick.probability();
    }

    /**
     * What a key says.
     *
     * @param contestants in the order shown
     * @param rest repeat and round
     */
    record Parts(PromptId prompt, List<ContestantId> contestants, String rest) {
        /** The same for every order of the same battle. */
        String matchup() {
            String names = contestants.stream()
                    .sorted()
                    .map(contestant -> Long.toString(contestant.value()))
                    .collect(Collectors.joining(","));
            return prompt.value() + ":" + names + rest;
        }

        int repeat() {
            int end = rest.indexOf(ROUND);
            return Integer.parseInt(rest, 1, end < 0 ? rest.length() : end, 10);
        }
    }

    /** Takes a key apart. */
    static Parts parts(String key) {
        int colon = key.indexOf(':');
        int end = key.indexOf(REPEAT, colon);
        List<ContestantId> contestants = new ArrayList<>();
        for (int from = colon + 1; from <= end; ) {
            int next = key.indexOf('>', from);
            int to = next < 0 || next > end ? end : next;
            contestants.add(new ContestantId(Long.parseLong(key, from, to, 10)));
            from = to + 1;
        }
        return new Parts(new PromptId(Long.parseLong(key, 0, colon, 10)), List.copyOf(contestants), key.substring(end));
    }

    /** The plan's side of a battle that a schedule stored. */
    static PlannedBattle of(Battle stored) {
        String key = Objects.requireNonNull(stored.draft().origin().key(), "a battle of a schedule has a key");
        PromptId prompt = Objects.requireNonNull(stored.draft().prompt(), "a battle of a schedule has a prompt");
        int repeatAt = key.lastIndexOf(REPEAT) + 1;
        int roundAt = key.indexOf(ROUND, repeatAt);
        int repeat = Integer.parseInt(key, repeatAt, roundAt < 0 ? key.length() : roundAt, 10);
        Pick pick = roundAt < 0
                ? null
                : new Pick(
                        Integer.parseInt(key, roundAt + 1, key.length(), 10),
                        stored.draft().pickProbability());
        return new PlannedBattle(prompt, stored.seats(), repeat, stored.draft().seed(), pick);
    }
}
