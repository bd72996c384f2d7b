package dev.arena.web;

import dev.arena.core.battle.RevealRatings;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.CatalogStore;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ratings of the default board for reveals, without intervals. Those of the last rows are kept, since what stood before a vote is
 * mostly what stood after the vote before it.
 */
final class BoardRatings implements RevealRatings {
    private static final int KEPT = 256;

    private final CatalogStore catalog;
    private final LeaderboardService service;
    private final LeaderboardRequest request;
    private final Map<VoteId, Map<ContestantId, Double>> kept = new LinkedHashMap<>(16, 0.75f, true);

    BoardRatings(CatalogStore catalog, LeaderboardService service) {
        this.catalog = catalog;
        this.service = service;
        LeaderboardRequest board = LeaderboardRequest.forDatabase();
        LeaderboardRequest.Inference full = board.inference();
        this.request = board.with(new LeaderboardRequest.Inference(
                LeaderboardRequest.CiMethod.NONE,
                full.level(),
                full.cluster(),
                full.resamples(),
                full.seed(),
                full.rankMethod()));
    }

    @Override
    public synchronized Map<ContestantId, Double> ratingsThrough(VoteId last) {
        Map<ContestantId, Double> known = kept.get(last);
        if (known == null) {
            known = compute(last);
            kept.put(last, known);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return known;
    }

    private Map<ContestantId, Double> compute(VoteId last) {
        Leaderboard board = service.leaderboardThrough(request, last);
        Map<String, Double> byName = new HashMap<>();
        for (LeaderboardRow row : board.rows()) {
            Double rating = row.rating();
            if (rating != null) {
                byName.put(row.modelName(), rating);
            }
        }
        Map<ContestantId, Double> ratings = new HashMap<>();
        for (Contestant contestant : catalog.listContestants()) {
            Double rating = byName.get(contestant.name());
            if (rating != null) {
                ratings.put(contestant.id(), rating);
            }
        }
        return ratings;
    }
}
