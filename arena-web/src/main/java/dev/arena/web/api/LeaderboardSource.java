package dev.arena.web.api;

import java.util.List;
import java.util.Map;

/** Where the leaderboard's bytes come from. */
public interface LeaderboardSource {
    /**
     * The board of all votes stored so far.
     *
     * @param query the parameters of the request, by name
     * @throws dev.arena.core.problem.InputException where a parameter or its value is not known, with those that are
     */
    Rendered read(Map<String, List<String>> query);

    /** Reads what boards are made of, so that no later reader waits for it; readers who come meanwhile are told to come again. */
    default void prepare() {
        read(Map.of());
    }

    /** A board as it is sent, in UTF-8. */
    record Rendered(String mediaType, String body) {}
}
