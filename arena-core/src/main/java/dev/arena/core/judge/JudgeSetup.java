package dev.arena.core.judge;

import dev.arena.core.model.JudgeDraft;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A judge as a tournament file describes it: checked, costing nothing, not yet able to act. */
public interface JudgeSetup {
    /** Who will decide. */
    JudgeDraft identity();

    /** How many cases it may work on at once. */
    int concurrency();

    /**
     * How many threads may hold cases of it at once, those whose answer is being stored included; more than may be asked at once
     * where the judge sees to it by itself that no more are asked.
     */
    default int workers() {
        return concurrency();
    }

    /** Whether it calls the two positions by labels that can change places. */
    default boolean labelsPositions() {
        return false;
    }

    /** The family of models that it belongs to, such as those of one maker; empty where nobody said. */
    default Optional<String> family() {
        return Optional.empty();
    }

    /** Whether each decision is a call to something that costs time or money; such calls are kept in a log of their own. */
    boolean calls();

    /** Whether the cost of every call is known; true where nothing is called. */
    boolean priced();

    /** The day whose prices its costs are; empty where nothing is paid or the price is unknown. */
    default Optional<LocalDate> pricedOn() {
        return Optional.empty();
    }

    /** How many responses it can be shown at once. */
    default Seats seats() {
        return Seats.ANY;
    }

    /** Whether it knows in which order it saw the responses; votes of one that does not say nothing about positions. */
    default boolean orderKnown() {
        return true;
    }

    /**
     * Checks whatever of the file can be checked only against the contestants that will compete.
     *
     * @throws dev.arena.core.problem.UsageException if it cannot judge them
     */
    void check(List<String> contestants);

    /** What one case would take; empty where nothing is called. Makes no call. */
    Optional<Quote> quote(JudgeCase judgeCase);

    /**
     * The key of the question about a case, to find an answer to it that is stored already; empty where nothing is asked or nobody
     * can say. Makes no call.
     */
    default Optional<String> key(JudgeCase judgeCase) {
        return Optional.empty();
    }

    /**
     * Makes it ready to act.
     *
     * @throws dev.arena.core.problem.UsageException if something is missing, such as a key
     */
    ActingJudge open(World world);

    /**
     * What a judge is given of the outer world.
     *
     * @param environment where keys come from
     * @param seed of what is drawn at random outside the cases, such as the spread of waiting times
     */
    record World(Map<String, String> environment, InstantSource clock, Waiter waiter, long seed) {}

    /**
     * What one call would take, estimated at four characters a token.
     *
     * @param question as it would be sent, or why it would not be sent
     * @param promptTokens estimated tokens sent; 0 where nothing would be sent
     * @param leastUsd cost with an empty reply; null where the price is unknown
     * @param mostUsd cost with the longest reply allowed; null where the price is unknown
     */
    record Quote(
            String question,
            long promptTokens,
            @Nullable Double leastUsd,
            @Nullable Double mostUsd) {}
}
