package dev.arena.core.judge;

import dev.arena.core.model.JudgeDraft;
import java.util.Optional;

/** A judge that decides by itself. Safe for use by many threads. */
public interface ActingJudge {
    /** Who decides; the version pins everything that can change a verdict. */
    JudgeDraft identity();

    /**
     * Decides one case. Whatever goes wrong with this one case is an abstention with its reason.
     *
     * @throws dev.arena.core.problem.EndpointException if no case can be decided: the endpoint cannot be reached or does not
     *     authorise us
     * @throws StoppedException if the work was told to stop before the judge was asked
     */
    Opinion decide(JudgeCase judgeCase);

    /** The question about a case, for judges that are asked and whose calls are kept; empty where nothing would be asked. */
    default Optional<Inquiry> inquire(JudgeCase judgeCase) {
        return Optional.empty();
    }

    /**
     * Looks whether it can be asked at all, at no cost: nothing is asked.
     *
     * @throws dev.arena.core.problem.ArenaException if it cannot
     */
    default void ready() {}

    /** Ends whatever it holds, such as programs that it started; nothing may be asked after that. */
    default void close() {}
}
