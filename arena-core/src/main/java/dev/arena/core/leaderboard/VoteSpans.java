package dev.arena.core.leaderboard;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From when to when votes were cast, in all and on each contestant; votes without a time are not among them.
 *
 * @param contestants by name; who has no vote with a time is not there
 */
public record VoteSpans(SortedMap<String, Span> contestants) {
    public VoteSpans {
        contestants = Collections.unmodifiableSortedMap(new TreeMap<>(contestants));
    }

    /** First and last vote, in UTC milliseconds, both included. */
    public record Span(long firstMs, long lastMs) {
        private Span and(Span other) {
            return new Span(Math.min(firstMs, other.firstMs), Math.max(lastMs, other.lastMs));
        }
    }

    static VoteSpans of(Selection selection) {
        VoteTable table = selection.table();
        Map<Integer, Span> byLineup = new TreeMap<>();
        for (int k = 0; k < selection.size(); k++) {
            int row = selection.row(k);
            long at = table.castAtMs(row);
            if (at != VoteTable.NO_TIME) {
                byLineup.merge(table.lineupOf(row), new Span(at, at), Span::and);
            }
        }
        SortedMap<String, Span> spans = new TreeMap<>();
        byLineup.forEach((lineup, span) -> {
            for (int seat : table.lineups.seats(lineup)) {
                spans.merge(table.contestants.name(seat), span, Span::and);
            }
        });
        return new VoteSpans(spans);
    }

    /** Over all votes; empty where none has a time. */
    public Optional<Span> all() {
        return contestants.values().stream().reduce(Span::and);
    }
}
