package dev.arena.core.leaderboard;

import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The votes of a store for many threads. Whoever asks waits while votes are counted and no longer: what takes a pass over all of them
 * is done on what they were at some moment.
 */
final class SharedVotes {
    /** Reading so many votes takes longer than a reader should wait without a word. */
    static final long LONG_LOG = 200_000;

    private final ArenaStore store;
    private final StoreVotes votes;
    private final String version;
    private volatile LeaderboardService.@Nullable Counting counting;

    /**
     * All votes at some moment.
     *
     * @param counted the table that was asked for, where counts were enough to make it
     */
    record Moment(VoteTable table, RatingSource source, Optional<Leaderboard> counted) {}

    /**
     * Votes through some view.
     *
     * @param version of the program
     */
    SharedVotes(ArenaStore store, StoreVotes votes, String version) {
        this.store = store;
        this.votes = votes;
        this.version = version;
    }

    /** How far a long log is counted; empty where none is. */
    Optional<LeaderboardService.Counting> counting() {
        return Optional.ofNullable(counting);
    }

    /** Asks something of all votes committed so far that takes no pass over them. */
    synchronized <T> T ask(Function<StoreVotes, T> question) {
        refresh();
        return question.apply(votes);
    }

    /** All votes committed so far, for a table. */
    synchronized Moment moment(LeaderboardRequest request) {
        refresh();
        Optional<Leaderboard> counted = CountedBoard.leaderboard(votes.counts(), request, source());
        return new Moment(counted.isPresent() ? votes.table().emptied() : votes.frozen(), source(), counted);
    }

    /** All votes committed so far. */
    synchronized Moment moment() {
        refresh();
        return new Moment(votes.frozen(), source(), Optional.empty());
    }

    /** The table that counts make where a row is the last; empty where they do not, or it is not. */
    synchronized Optional<Leaderboard> counted(LeaderboardRequest request, VoteId row) {
        refresh();
        return row.compareTo(votes.last()) >= 0
                ? CountedBoard.leaderboard(votes.counts(), request, source())
                : Optional.empty();
    }

    private RatingSource source() {
        return new RatingSource("database", votes.revision(), version, votes.contestantNames());
    }

    private void refresh() {
        // asked for only where it may be long: at a start, and where all votes are read again
        Progress progress = new Progress();
        try {
            votes.refresh(progress::counted);
        } finally {
            counting = null;
        }
    }

    /** Tells how far a long log is. */
    private final class Progress {
        private long all = -1;

        private void counted(long rows) {
            if (all < 0) {
                all = store.votes().count();
            }
            if (counting != null || all - rows > LONG_LOG) {
                counting = new LeaderboardService.Counting(rows, all);
            }
        }
    }
}
