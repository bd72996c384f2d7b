package dev.arena.web.api;

import dev.arena.core.leaderboard.LeaderboardRequest;
import java.util.List;
import java.util.Map;

/** Where the bytes of the leaderboard and of what stands behind it come from. */
public interface LeaderboardSource {
    /** Who reads. */
    enum Reader {
        /** Whoever comes: not told of single votes in studies that reveal nothing. */
        ANYONE,
        /** Who sees names anyway. */
        ANALYST
    }

    /**
     * A view of all votes stored so far; for anyone without those of studies that go on and reveal nothing, since the move of a table would
     * tell at once whom a vote was for.
     *
     * @param query the parameters of the request, by name
     * @throws dev.arena.core.problem.InputException where a parameter or its value is not known, with those that are
     */
    Rendered read(BoardView view, Map<String, List<String>> query, Reader reader);

    /**
     * Names the answer to a query as it stands: another name as soon as the answer may be another one.
     *
     * @return a strong entity tag, with its quotes
     */
    String tag(BoardView view, Map<String, List<String>> query, Reader reader);

    /**
     * The request of a board's address, over all votes.
     *
     * @param query its parameters
     * @throws dev.arena.core.problem.InputException where a parameter or its value is not known, with those that are
     */
    LeaderboardRequest request(Map<String, List<String>> query);

    /** Reads what boards are made of, so that no later reader waits for it; readers who come meanwhile are told to come again. */
    void prepare();

    /** A view as it is sent, in UTF-8. */
    record Rendered(String mediaType, String body) {}
}
