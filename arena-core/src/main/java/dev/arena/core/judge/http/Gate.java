package dev.arena.core.judge.http;

import dev.arena.core.problem.EndpointException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where every request of a judge waits for its turn. All threads of a judge share one gate, and there may be more threads than places
 * behind it. Safe for use by many threads.
 */
interface Gate {
    /**
     * Waits until a request may be sent, and takes its place.
     *
     * @throws EndpointException if the endpoint has given no answer for too long
     * @throws dev.arena.core.judge.StoppedException if the work was told to stop
     */
    Permit enter(Errand errand);

    /** Puts the tokens that a request took in the place of those reserved for it. */
    void settle(Errand errand, long usedTokens);

    /**
     * Lets nothing through any more, since nothing can succeed; said while the place is still held, so that nobody slips in.
     *
     * @return the problem, to be thrown; it is what all others get
     */
    EndpointException shut(String problem);

    /**
     * What wants to be sent.
     *
     * @param question its number, the same for all attempts
     * @param tokens estimated, with the longest reply allowed
     */
    record Errand(long question, long tokens) {}

    /** A place; to be closed as soon as the request is over. */
    interface Permit extends AutoCloseable {
        /** Whether this request looks if the endpoint is back; it uses up none of the question's retries. */
        boolean probe();

        /** How the request went; said at most once. */
        void done(Fate fate);

        @Override
        void close();
    }

    /**
     * How a request went.
     *
     * @param pause how long the endpoint wants to be left alone by everyone, or null
     * @param problem what went wrong; empty where it answered
     */
    record Fate(Kind kind, @Nullable Duration pause, String problem) {
        /** What a request says about its endpoint. */
        enum Kind {
            /** It answers. */
            ANSWERED,
            /** It had too much to do. */
            OVERLOADED,
            /** It failed. */
            TROUBLED
        }
    }
}
