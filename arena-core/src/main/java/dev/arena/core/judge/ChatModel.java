package dev.arena.core.judge;

import dev.arena.core.model.JudgeCall;
import org.jspecify.annotations.Nullable;

/** Something that answers in words: one provider is one class. Safe for use by many threads. */
public interface ChatModel {
    /**
     * Asks, and asks again where that can help.
     *
     * @throws dev.arena.core.problem.EndpointException if nothing can be asked here
     * @throws StoppedException if the work was told to stop while waiting to send
     */
    Answer ask(Question question);

    /** How an answer ended. */
    enum Ending {
        /** The model finished. */
        COMPLETE,
        /** The reply reached its longest allowed length. */
        CUT_OFF,
        /** The model, or a filter before it, declined. */
        REFUSED,
        /** No answer came. */
        FAILED
    }

    /**
     * An answer.
     *
     * @param text what came, or null; for a failed one whatever stood in place of a reply
     * @param problem what went wrong, or null
     * @param attempts how often it was sent
     */
    record Answer(
            Ending ending, @Nullable String text, @Nullable String problem, JudgeCall.Usage usage, int attempts) {}
}
