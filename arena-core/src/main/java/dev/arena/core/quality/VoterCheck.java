package dev.arena.core.quality;

/** One check of one voter: it sees the voter's current votes in their order, then says what it found. */
interface VoterCheck {
    /** Which check it is. */
    String id();

    /** A current vote; abstentions are not shown. */
    void take(VoterVote vote);

    /** What was found. */
    Signal signal();
}
