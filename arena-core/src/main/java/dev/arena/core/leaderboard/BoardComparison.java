package dev.arena.core.leaderboard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table beside another one of the same votes, so that a reader sees what a choice moves. */
public final class BoardComparison {
    private final LeaderboardRequest request;
    private final Leaderboard board;
    private final Leaderboard against;
    private final Map<String, LeaderboardRow> before = new HashMap<>();

    /**
     * A comparison.
     *
     * @param request of the table
     * @param against the table under the default choices and the same filter
     */
    public BoardComparison(LeaderboardRequest request, Leaderboard board, Leaderboard against) {
        this.request = request;
        this.board = board;
        this.against = against;
        against.rows().forEach(row -> before.put(row.modelName(), row));
    }

    /**
     * What changes for a contestant; null where one of the two tables has no such number, or their scales differ.
     *
     * @param rating the other table's
     * @param ratingChange this table's minus the other one's
     * @param rankChange below 0 for a better place
     */
    public record Change(
            @Nullable Double rating,
            @Nullable Integer rank,
            @Nullable Double ratingChange,
            @Nullable Integer rankChange) {}

    /** What changes for a row of the table. */
    public Change of(LeaderboardRow row) {
        LeaderboardRow old = before.get(row.modelName());
        Double oldRating = old == null ? null : old.rating();
        Integer oldRank = old == null ? null : old.rank();
        Double rating = row.rating();
        Integer rank = row.rank();
        return new Change(
                oldRating,
                oldRank,
                rating == null || oldRating == null || !sameScale() ? null : Double.valueOf(rating - oldRating),
                rank == null || oldRank == null ? null : Integer.valueOf(rank - oldRank));
    }

    /** Whether ratings of the two can be subtracted. */
    public boolean sameScale() {
        return board.scale().equals(against.scale());
    }

    /** The choices in which the table differs. */
    public List<RequestWords.Choice> changed() {
        return RequestWords.choices(request);
    }

    /** The query string of the other table. */
    public String query() {
        return RequestWords.query(RequestWords.filters(request.filter()));
    }

    /** Votes of the other table. */
    public long voteCount() {
        return against.voteCount();
    }
}
