package dev.arena.core.tournament;

import java.util.List;

/** Which contestants meet on every prompt. */
interface Schedule {
    /** Its settings in words: equal words, equal matchups. */
    String description();

    /**
     * The matchups as places in the list of contestants, at least two each, every matchup once.
     *
     * @throws dev.arena.core.problem.UsageException if these contestants cannot be scheduled
     */
    List<List<Integer>> matchups(List<String> contestants);
}
