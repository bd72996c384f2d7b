package dev.arena.core.tournament;

/** A schedule whose later battles depend on earlier verdicts. */
non-sealed interface RoundSchedule extends Schedule {
    /** The way through its rounds, from the first. */
    Course course(Draft draft);

    /** The most matchups it can come to; 0 where only a stop rule, a budget or the lack of further matchups ends it. */
    long most(Entries entries);
}
