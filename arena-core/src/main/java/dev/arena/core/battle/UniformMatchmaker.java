package dev.arena.core.battle;

import java.util.Optional;
import java.util.SortedSet;
import java.util.random.RandomGenerator;

/**
 * Draws uniformly over the prompts that still have an unseen matchup for this voter, then uniformly over the unseen matchups of
 * that prompt. Costs grow with what the voter has seen, not with the catalog.
 */
public final class UniformMatchmaker implements Matchmaker {
    @Override
    public Optional<Pick> pick(CandidateIndex index, SeenMatchups seen, RandomGenerator chance) {
        long prompts = (long) index.promptCount() - seen.exhausted().size();
        if (prompts == 0) {
            return Optional.empty();
        }
        int position = (int) free(chance.nextLong(prompts), seen.exhausted());
        MatchupSpace space = index.space(position);
        SortedSet<Long> taken = seen.ofPrompt(position);
        long matchups = space.size() - taken.size();
        long number = free(chance.nextLong(matchups), taken);
        double probability = 1.0 / prompts / matchups;
        return Optional.of(new Pick(index.prompt(position), space.matchup(number), probability));
    }

    /** The number at place {@code place} (from 0) among the numbers that are not taken. */
    static long free(long place, SortedSet<Long> taken) {
        long number = place;
        for (long next : taken) {
            if (next > number) {
                break;
            }
            number++;
        }
        return number;
    }
}
