package dev.arena.core.tournament;

import java.util.List;

/** Which contestants meet, and on which prompts. */
sealed interface Schedule permits WholeSchedule, RoundSchedule {
    /** Its settings in words: equal words, equal matchups. */
    String description();

    /** Contestants in a battle, where there are as many. */
    int k();

    /**
     * Looks whether these contestants can be scheduled.
     *
     * @throws dev.arena.core.problem.UsageException if they cannot
     */
    default void check(List<String> contestants) {}
}
