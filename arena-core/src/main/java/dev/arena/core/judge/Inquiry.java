package dev.arena.core.judge;

import org.jspecify.annotations.Nullable;

/** One question about one case, ready to be sent: what it costs to ask is known to the log by its key before it is asked. */
public interface Inquiry {
    /** SHA-256 of everything that goes into the question and into the reading of its answer. */
    String key();

    /** The question as it would be sent, for people. */
    String shown();

    /**
     * Sends it.
     *
     * @throws dev.arena.core.problem.EndpointException if nothing can be asked here
     * @throws StoppedException if the work was told to stop before anything was sent
     */
    Opinion ask();

    /**
     * Reads an answer that was stored before, without asking.
     *
     * @param reply the last reply as it came; null where none came
     * @param tokens its token alternatives as they were stored, or null
     * @return the opinion that this reply means now; its call is null
     */
    Opinion read(@Nullable String reply, @Nullable String tokens);
}
