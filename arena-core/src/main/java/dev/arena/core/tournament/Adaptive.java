package dev.arena.core.tournament;

import dev.arena.ratings.pairing.PairPolicy;
import dev.arena.ratings.pairing.PickLaw;

/**
 * Rounds of matchups that are drawn by how much they are expected to tell. First the contestants are linked, then each gets its floor
 * of matchups, and from then on gains count. Prompts are dealt in turn; no question is asked twice.
 *
 * @param batch matchups in a round; 0 for two a contestant, at least 50
 * @param floor matchups of each contestant before gains count
 * @param matchups how many in all; 0 for as many as there are
 * @param k contestants in a battle
 */
record Adaptive(PairPolicy policy, PickLaw law, int batch, int floor, long matchups, int k) implements RoundSchedule {
    private static final int LEAST_BATCH = 50;

    @Override
    public String description() {
        return "adaptive, policy " + policy.word() + (batch == 0 ? "" : ", batch " + batch) + ", floor " + floor
                + ", temperature " + law.temperature() + ", epsilon " + law.epsilon()
                + (matchups == 0 ? "" : ", pairs " + matchups) + AllPairs.ofK(k);
    }

    @Override
    public Course course(Draft draft) {
        return new AdaptiveCourse(this, draft);
    }

    @Override
    public long most(Entries entries) {
        return matchups;
    }

    int batch(int contestants) {
        return batch > 0 ? batch : Math.max(LEAST_BATCH, 2 * contestants);
    }
}
