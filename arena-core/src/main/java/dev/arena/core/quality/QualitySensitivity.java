package dev.arena.core.quality;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardFactory;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.StoreReading;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What decisions on voters do to the board: the same board with and without them. */
public final class QualitySensitivity {
    private QualitySensitivity() {}

    /**
     * A contestant on both boards.
     *
     * @param rating with decisions; null where it has none
     * @param without the rating when every vote counts alike
     * @param change {@code rating − without}
     */
    public record Change(
            String contestant,
            @Nullable Double rating,
            @Nullable Double without,
            @Nullable Double change) {}

    /** The contestants of the default board for databases, best first. */
    public static List<Change> of(ArenaStore store, String version) {
        Map<String, Double> without = new HashMap<>();
        for (LeaderboardRow row : board(store, version, false).rows()) {
            Double rating = row.rating();
            if (rating != null) {
                without.put(row.modelName(), rating);
            }
        }
        List<Change> changes = new ArrayList<>();
        for (LeaderboardRow row : board(store, version, true).rows()) {
            Double other = without.get(row.modelName());
            Double rating = row.rating();
            changes.add(new Change(
                    row.modelName(), rating, other, rating == null || other == null ? null : rating - other));
        }
        return changes;
    }

    private static Leaderboard board(ArenaStore store, String version, boolean quality) {
        VotePool pool = VotePool.of(store, version, StoreReading.USUAL.withQuality(quality));
        return LeaderboardFactory.leaderboard(
                pool.select(VoteFilter.ALL), LeaderboardRequest.forDatabase(), pool.source());
    }
}
