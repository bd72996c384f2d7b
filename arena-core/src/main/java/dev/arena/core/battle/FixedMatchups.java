package dev.arena.core.battle;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.study.StudyCounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The matchups that a study draws once, by its seed, of all there are. They are given out evenly: each draw is uniform over those
 * of which the fewest places are taken.
 */
final class FixedMatchups {
    private final List<Fixed> all;
    private final Set<String> keys;

    /** One of them. */
    private record Fixed(PromptId prompt, List<ResponseHead> matchup, String key) {}

    private FixedMatchups(List<Fixed> all) {
        this.all = List.copyOf(all);
        this.keys = all.stream().map(Fixed::key).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Draws so many different matchups, each set of them with the same chance (Floyd's algorithm).
     *
     * @param wanted all are taken where there are no more
     */
    static List<String> draw(CandidateIndex index, long wanted, long seed) {
        RandomGenerator chance = SeatOrder.generator(seed);
        TreeSet<Long> numbers = new TreeSet<>();
        for (long top = Math.max(0, index.size() - wanted); top < index.size(); top++) {
            long number = chance.nextLong(top + 1);
            numbers.add(numbers.contains(number) ? top : number);
        }
        List<String> keys = new ArrayList<>();
        int position = 0;
        long before = 0;
        for (long number : numbers) {
            while (number - before >= index.space(position).size()) {
                before += index.space(position).size();
                position++;
            }
            keys.add(key(index.prompt(position), index.space(position).matchup(number - before)));
        }
        return keys;
    }

    /** Those of the keys that the index still holds. */
    static FixedMatchups of(CandidateIndex index, List<String> keys) {
        List<Fixed> all = new ArrayList<>();
        for (String key : keys) {
            MatchupKey parsed = MatchupKey.parse(key);
            int position = index.position(parsed.prompt());
            OptionalLong number =
                    position < 0 ? OptionalLong.empty() : index.space(position).number(parsed.responses());
            if (number.isPresent()) {
                all.add(new Fixed(parsed.prompt(), index.space(position).matchup(number.getAsLong()), key));
            }
        }
        return new FixedMatchups(all);
    }

    /** The key of responses to a prompt. */
    static String key(PromptId prompt, List<ResponseHead> matchup) {
        return BattleDraft.matchupKey(
                prompt, matchup.stream().map(ResponseHead::id).toList());
    }

    /** Whether it is one of them. */
    boolean has(String key) {
        return keys.contains(key);
    }

    int size() {
        return all.size();
    }

    /** What is asked in them. */
    Set<PromptId> prompts() {
        return all.stream().map(Fixed::prompt).collect(Collectors.toSet());
    }

    /**
     * Picks one.
     *
     * @param seen those that the voter may not be given
     * @param wanted how many places each has; null for as many as come
     */
    Optional<Matchmaker.Pick> pick(
            StudyCounts counts, Set<String> seen, @Nullable Integer wanted, RandomGenerator chance) {
        int fewest = wanted == null ? Integer.MAX_VALUE : wanted;
        List<Fixed> least = new ArrayList<>();
        for (Fixed fixed : all) {
            int taken = counts.taken(fixed.key());
            if (taken > fewest || (taken == fewest && least.isEmpty()) || seen.contains(fixed.key())) {
                continue;
            }
            if (taken < fewest) {
                least.clear();
                fewest = taken;
            }
            least.add(fixed);
        }
        if (least.isEmpty()) {
            return Optional.empty();
        }
        Fixed picked = least.get(chance.nextInt(least.size()));
        return Optional.of(new Matchmaker.Pick(picked.prompt(), picked.matchup(), 1.0 / least.size()));
    }

    /** A matchup by the ids of its prompt and responses, as {@link dev.arena.core.model.BattleDraft#matchupKey} writes it. */
    record MatchupKey(PromptId prompt, Set<ResponseId> responses) {
        static MatchupKey parse(String key) {
            String[] parts = key.split(":", -1);
            Set<ResponseId> responses = new HashSet<>();
            for (int i = 1; i < parts.length; i++) {
                responses.add(new ResponseId(Long.parseLong(parts[i])));
            }
            return new MatchupKey(new PromptId(Long.parseLong(parts[0])), responses);
        }
    }
}
