package dev.arena.core.tournament;

/** A schedule that is known before the first verdict. */
non-sealed interface WholeSchedule extends Schedule {
    /**
     * Draws its matchups.
     *
     * @param seed the same seed draws the same matchups
     * @throws dev.arena.core.problem.UsageException if there are not as many as it asks for
     */
    void draw(Entries entries, long seed, Drawing drawing);

    /** Where the matchups go, in the order of judging. */
    interface Drawing {
        /** A prompt and contestants that all answered it, in the order listed. */
        void add(int prompt, int[] contestants);

        /** Pairs of contestants that cannot meet on a prompt since a response is missing. */
        void lack(long pairs);
    }
}
