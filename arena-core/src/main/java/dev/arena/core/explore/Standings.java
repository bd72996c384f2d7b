package dev.arena.core.explore;

import dev.arena.core.board.History;
import dev.arena.core.explore.ContestantView.Standing;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.VoteLimits;
import dev.arena.core.leaderboard.WinShare;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.store.ArenaStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Contestants on the default table, with their facts. */
final class Standings {
    private final Leaderboard board;
    private final WinShare share = WinShare.of(LeaderboardRequest.forDatabase());
    private final Map<String, Contestant> byName = new TreeMap<>();
    private final Map<ContestantId, Long> responses = new HashMap<>();

    Standings(ArenaStore store, Leaderboard board, Collection<Contestant> contestants) {
        this.board = board;
        contestants.forEach(contestant -> byName.put(contestant.name(), contestant));
        for (ResponseHead head : store.catalog().listCurrentResponses()) {
            responses.merge(head.contestant(), 1L, Long::sum);
        }
    }

    ContestantView.Everyone everyone() {
        return new ContestantView.Everyone(
                board.provenance().revision(),
                board.level(),
                board.rows().stream().map(this::standing).toList());
    }

    Standing standing(LeaderboardRow row) {
        Contestant contestant = byName.get(row.modelName());
        Map<String, String> facts = contestant == null ? Map.of() : contestant.facts();
        LeaderboardRow.Counts counts = row.counts();
        return new Standing(
                row.modelName(),
                facts,
                History.isRetired(facts),
                contestant == null ? 0 : responses.getOrDefault(contestant.id(), 0L),
                row.rating(),
                row.ratingLower(),
                row.ratingUpper(),
                row.rank(),
                row.rankLower(),
                row.rankUpper(),
                counts.votes(),
                counts.wins(),
                counts.losses(),
                counts.ties(),
                counts.bothBad(),
                share.value(counts),
                counts.bothBadShare(),
                counts.votes() < VoteLimits.PRELIMINARY_BELOW,
                counts.votes() < VoteLimits.FEW_BELOW,
                row.status(),
                row.pBest());
    }
}
