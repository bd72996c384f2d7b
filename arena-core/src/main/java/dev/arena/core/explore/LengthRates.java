package dev.arena.core.explore;

import dev.arena.core.explore.ContestantView.ByLength;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.store.ArenaStore;
import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import dev.arena.ratings.agreement.Proportion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a contestant does where its response is shorter, about as long, or longer than the other one; matchups of two only. */
final class LengthRates {
    private static final int MOST = 1000;
    private static final double NEAR = 0.1;
    /** Texts that are in memory together. */
    private static final int AT_ONCE = 256;

    private static final List<String> BUCKETS = List.of("shorter", "similar", "longer");

    private final double[] won = new double[BUCKETS.size()];
    private final long[] battles = new long[BUCKETS.size()];
    private final Level level;
    private final int matchups;

    LengthRates(ArenaStore store, ContestantId contestant, List<Matchup> own, double level) {
        this.level = new Level(level);
        List<Matchup> newest = own.stream()
                .filter(matchup ->
                        matchup.seats.size() == 2 && matchup.seats.stream().allMatch(seat -> seat.response() != null))
                .sorted(Comparator.comparingLong((Matchup matchup) -> -matchup.lastMs)
                        .thenComparing(matchup -> matchup.id))
                .limit(MOST)
                .toList();
        matchups = newest.size();
        Map<ResponseId, Integer> lengths = lengths(store, newest);
        for (Matchup matchup : newest) {
            add(matchup, contestant, lengths);
        }
    }

    private static Map<ResponseId, Integer> lengths(ArenaStore store, List<Matchup> matchups) {
        List<ResponseId> ids = new ArrayList<>();
        for (Matchup matchup : matchups) {
            for (Seat seat : matchup.seats) {
                if (seat.response() != null) {
                    ids.add(seat.response());
                }
            }
        }
        Map<ResponseId, Integer> lengths = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<ResponseId> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            for (Response response : store.catalog().getResponses(some).values()) {
                lengths.put(response.id(), length(response));
            }
        }
        return lengths;
    }

    /** All turns in Unicode code points, as everywhere. */
    private static int length(Response response) {
        return response.text().turns().stream()
                .mapToInt(turn -> turn.codePointCount(0, turn.length()))
                .sum();
    }

    private void add(Matchup matchup, ContestantId contestant, Map<ResponseId, Integer> lengths) {
        double own = 0;
        double other = 0;
        for (Seat seat : matchup.seats) {
            int length = seat.response() == null ? 0 : lengths.getOrDefault(seat.response(), 0);
            own += seat.contestant().equals(contestant) ? length : 0;
            other += seat.contestant().equals(contestant) ? 0 : length;
        }
        int bucket = own < other * (1 - NEAR) ? 0 : own > other * (1 + NEAR) ? 2 : 1;
        for (Matchup.Said said : matchup.said) {
            Outcome outcome = said.outcome();
            if (!outcome.abstained()) {
                battles[bucket] += said.count();
                won[bucket] += said.count() * (outcome.won(contestant) ? 1 : outcome.lost(contestant) ? 0 : 0.5);
            }
        }
    }

    /** How many matchups were looked at. */
    int matchups() {
        return matchups;
    }

    List<ByLength> buckets() {
        List<ByLength> buckets = new ArrayList<>();
        for (int k = 0; k < BUCKETS.size(); k++) {
            if (battles[k] == 0) {
                buckets.add(new ByLength(BUCKETS.get(k), 0, null, null, null));
                continue;
            }
            double share = won[k] / battles[k];
            Interval interval = Proportion.ofShare(share, (double) battles[k], level);
            buckets.add(new ByLength(BUCKETS.get(k), battles[k], share, interval.lower(), interval.upper()));
        }
        return buckets;
    }
}
