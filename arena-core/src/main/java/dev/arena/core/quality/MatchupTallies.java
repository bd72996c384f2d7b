package dev.arena.core.quality;

import dev.arena.core.model.ContestantId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Seat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the voters whose votes count said of each matchup: how often each contestant was the best of it alone. Only so many matchups are kept. */
final class MatchupTallies {
    private static final int MOST = 1_000_000;

    private final Map<Key, Map<ContestantId, Integer>> best = new HashMap<>();

    private record Key(PromptId prompt, List<ContestantId> contestants) {}

    private static Optional<Key> key(VoterVote vote) {
        PromptId prompt = vote.cast().battle().draft().prompt();
        List<ContestantId> contestants = new ArrayList<>();
        for (Seat seat : vote.seats()) {
            contestants.add(seat.contestant());
        }
        contestants.sort(null);
        return prompt == null ? Optional.empty() : Optional.of(new Key(prompt, contestants));
    }

    /** Adds a vote. */
    void add(VoterVote vote) {
        Optional<Key> key = key(vote);
        if (vote.best().isPresent() && key.isPresent() && (best.size() < MOST || best.containsKey(key.get()))) {
            best.computeIfAbsent(key.get(), matchup -> new HashMap<>()).merge(bestOf(vote), 1, Integer::sum);
        }
    }

    private static ContestantId bestOf(VoterVote vote) {
        return vote.seats().get(vote.best().orElseThrow()).contestant();
    }

    /**
     * Agreement of a vote with those of others on the same matchup.
     *
     * @param others votes of others that name one best
     * @param same of these, those that name the same
     */
    record Agreement(int others, int same) {}

    /** How many others named a best of the same matchup, and how many the same one. */
    Agreement agreement(VoterVote vote) {
        Map<ContestantId, Integer> said = key(vote).map(best::get).orElse(Map.of());
        if (vote.best().isEmpty() || said.isEmpty()) {
            return new Agreement(0, 0);
        }
        int all = said.values().stream().mapToInt(Integer::intValue).sum();
        int same = said.getOrDefault(bestOf(vote), 0);
        int itself = vote.counted() && same > 0 ? 1 : 0;
        return new Agreement(all - itself, same - itself);
    }
}
