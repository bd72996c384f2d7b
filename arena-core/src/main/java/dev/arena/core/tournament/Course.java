package dev.arena.core.tournament;

import java.util.Optional;

/**
 * The way of a run through the rounds of its schedule. A round that took place is told with {@link #take}, in the order of the rounds,
 * whether it was planned now or stored by an earlier session; {@link #next} changes nothing, and with the same seed, the same rounds
 * taken and the same verdicts it plans the same round, whatever the threads.
 */
interface Course {
    /** The round after those taken; empty where the schedule has come to its end. */
    Optional<Round> next(Standings soFar);

    /** Tells that a round takes place. */
    void take(Round round);

    /** Why there is no next round, in a few words. */
    String ending();
}
