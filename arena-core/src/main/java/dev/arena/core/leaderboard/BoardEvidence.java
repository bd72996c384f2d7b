package dev.arena.core.leaderboard;

import dev.arena.ratings.Evidence;
import java.util.List;

/**
 * A table together with what it was computed from, of one moment, so that further questions about it are about the same votes.
 * Immutable.
 *
 * @param contestants names by the dense index that evidence and counts use
 * @param evidence what the method was given: folded, mapped to outcomes, with features of style where the request asks for them
 * @param counts of raw games a pair
 */
public record BoardEvidence(
        LeaderboardRequest request, Leaderboard board, List<String> contestants, Evidence evidence, PairCounts counts) {
    public BoardEvidence {
        contestants = List.copyOf(contestants);
    }
}
