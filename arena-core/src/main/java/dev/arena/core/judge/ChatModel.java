package dev.arena.core.judge;

import dev.arena.core.model.JudgeCall;
import java.util.List;
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

    /**
     * Looks whether it can be asked at all, at no cost: nothing is asked.
     *
     * @throws dev.arena.core.problem.EndpointException if it cannot
     */
    default void ready() {}

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
     * @param tokens the reply's tokens with their alternatives; empty where the endpoint does not tell, or was not asked
     * @param problem what went wrong, or null
     * @param model what the endpoint says answered, or null; differs from what was asked for where a name stands for the newest
     * @param attempts how often it was sent
     */
    record Answer(
            Ending ending,
            @Nullable String text,
            List<TokenChoices> tokens,
            @Nullable String problem,
            @Nullable String model,
            JudgeCall.Usage usage,
            int attempts) {
        public Answer {
            tokens = List.copyOf(tokens);
        }
    }
}
