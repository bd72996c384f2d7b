package dev.arena.core.leaderboard;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ratings of the default board for database, kept up with the log of votes: what a voter is told after a vote. Each vote is one
 * small change of a fit that is always at its maximum; the log is read once.
 *
 * <p>Ratings are rounded to a thousandth of a point. The live fit and a fit from nothing differ by much less, so both round to the
 * same number, and a reveal that is made again from the log long afterwards says the same. Where a rating lies so close between
 * two numbers that this could fail, the live board makes a fit from nothing too.
 *
 * <p>Safe for use by many threads.
 */
final class LiveBoard {
    /** Ratings are rounded to a thousandth of a point. */
    private static final double UNITS_PER_POINT = 1000;

    /** Nearer to the middle between two rounded numbers than this share of their distance, the last digits decide. */
    private static final double CLOSE = 1e-4;

    private static final int RECENT_ROWS = 4096;

    /** A log that is longer is not read while a voter waits. */
    private static final long SHORT_LOG = 200_000;

    /** Votes that are in memory together while a log is read. */
    private static final int BATCH = 1024;

    private final ArenaStore store;
    private final StudyOfBattles studies;
    private LiveVotes votes = new LiveVotes();
    /** What was told of the newest rows; read without the lock, so that no voter waits for the votes of others. */
    private final Map<VoteId, Map<ContestantId, OptionalDouble>> recent = new ConcurrentHashMap<>();

    private final Deque<VoteId> recentInOrder = new ArrayDeque<>();
    private Set<ResponseId> current = new HashSet<>();
    private VoterRulings rulings = VoterRulings.NONE;
    private boolean outdated;
    private final Set<ResponseId> seenStale = new HashSet<>();
    private final Set<BattleId> leaking = new HashSet<>();
    private long flags;
    private VoteId last = new VoteId(0);
    private long catalogRevision = -1;
    private volatile boolean started;
    /** Whether a thread has its turn: it alone reads the log and touches all that is not of {@link #recent}. */
    private boolean taken;

    LiveBoard(ArenaStore store) {
        this.store = store;
        this.studies = new StudyOfBattles(store.studies());
    }

    /** Goes on from votes that were read already. */
    void start(StoreVotes read) {
        boolean turn = takeTurn(false);
        try {
            startFrom(read);
        } finally {
            endTurn(turn);
        }
    }

    /**
     * Waits until no other thread has its turn.
     *
     * @param unlessLong whether to wait no longer than until a long log is read again
     * @return whether the turn was taken
     */
    private synchronized boolean takeTurn(boolean unlessLong) {
        try {
            while (taken) {
                if (unlessLong && !started) {
                    return false;
                }
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while ratings were read", e);
        }
        taken = true;
        return true;
    }

    private synchronized void endTurn(boolean had) {
        if (had) {
            taken = false;
            notifyAll();
        }
    }

    /** Nobody who waits needs to go on waiting. */
    private synchronized void tellWaiting() {
        notifyAll();
    }

    private void startFrom(StoreVotes read) {
        boolean decided = read.table().decided() != VoteTable.Decided.NOTHING;
        if (started || decided || !read.counts().areWhole()) {
            follow();
        } else {
            votes = LiveStart.of(read);
            current = new HashSet<>(read.currentResponses());
            last = read.last();
            catalogRevision = read.revision() - last.value();
        }
        started = true;
    }

    /** Whether a long log is still being read, so that no rating is known yet. */
    private boolean isCounting() {
        if (!started && store.votes().count() <= SHORT_LOG) {
            started = true;
        }
        return !started;
    }

    /** A rating as voters are told it. */
    static double rounded(double rating) {
        // plus zero, so that nothing is called minus zero
        return Math.rint(rating * UNITS_PER_POINT) / UNITS_PER_POINT + 0.0;
    }

    /**
     * Ratings over the log up to and including a row.
     *
     * @return the rating of each of the contestants that has one; none has while a long log is being read; empty where the row is
     *     not a voter's vote or the row before one, or names other contestants, or lies too far back
     */
    Optional<Map<ContestantId, Double>> ratingsThrough(VoteId row, List<ContestantId> contestants) {
        // what was told stays told, so a row that is known needs no look at the store
        Optional<Map<ContestantId, Double>> known = known(row, contestants);
        if (known.isPresent()) {
            return known;
        }
        return isCounting() ? Optional.of(Map.of()) : followed(row, contestants);
    }

    private Optional<Map<ContestantId, Double>> followed(VoteId row, List<ContestantId> contestants) {
        boolean turn = takeTurn(true);
        if (!turn) {
            return Optional.of(Map.of());
        }
        try {
            // whoever had the turn before may have read this row too
            Optional<Map<ContestantId, Double>> known = known(row, contestants);
            if (known.isPresent()) {
                return known;
            }
            follow();
            return known(row, contestants);
        } finally {
            endTurn(turn);
        }
    }

    private Optional<Map<ContestantId, Double>> known(VoteId row, List<ContestantId> contestants) {
        Map<ContestantId, OptionalDouble> kept = recent.getOrDefault(row, Map.of());
        Map<ContestantId, Double> ratings = new HashMap<>();
        for (ContestantId contestant : contestants) {
            OptionalDouble rating = kept.get(contestant);
            if (rating == null) {
                return Optional.empty();
            }
            rating.ifPresent(value -> ratings.put(contestant, value));
        }
        return Optional.of(ratings);
    }

    /** Reads what is new; afterwards everything committed before the call is counted. */
    private void follow() {
        try {
            do {
                if (outdated) {
                    forget();
                }
                List<CastVote> rows = new ArrayList<>();
                store.votes().scan(last, cast -> {
                    rows.add(cast);
                    if (rows.size() == BATCH) {
                        takeAll(rows);
                    }
                });
                takeAll(rows);
            } while (outdated);
        } finally {
            started = true;
        }
    }

    /** The log is read again; where it is long, no further voter waits for it. */
    private void forget() {
        started &= store.votes().count() <= SHORT_LOG;
        tellWaiting();
        outdated = false;
        votes = new LiveVotes();
        recent.clear();
        recentInOrder.clear();
        seenStale.clear();
        last = new VoteId(0);
    }

    private void takeAll(List<CastVote> rows) {
        // after the votes were read, so that what holds is no older than they are
        long now = store.catalogRevision();
        if (now != catalogRevision) {
            readCatalog();
            catalogRevision = now;
        }
        // A flag is stored when a battle is shown, so before any vote on it.
        flags = store.leaks().scanFlagged(flags, leaking::add);
        if (!outdated) {
            rows.forEach(this::take);
        }
        rows.clear();
    }

    /** Reads which responses are current and what was decided on voters; where that voids or revives a vote, the log is read again. */
    private void readCatalog() {
        Set<ResponseId> before = current;
        current = new HashSet<>();
        for (ResponseHead head : store.catalog().listCurrentResponses()) {
            current.add(head.id());
        }
        VoterRulings ruledBefore = rulings;
        rulings = VoterRulings.of(store.quality().listDecisions());
        boolean revived = seenStale.stream().anyMatch(current::contains);
        boolean same = !revived && rulings.isSameAs(ruledBefore) && current.containsAll(before);
        outdated |= !same && last.value() > 0;
    }

    private void take(CastVote cast) {
        boolean revealed = cast.battle().draft().origin().kind() == BattleOrigin.Kind.MATCHMAKER
                && cast.vote().verdict().decides();
        if (revealed) {
            keep(new VoteId(cast.vote().id().value() - 1), cast.battle());
        }
        boolean stale = isStale(cast.battle());
        votes.take(
                cast,
                stale
                        || cast.battle().draft().origin().isPlanted()
                        || leaking.contains(cast.battle().id()),
                rulings.isEmpty()
                        ? 1
                        : rulings.of(cast.vote().judge(), studies.of(cast.battle()))
                                .weight());
        last = cast.vote().id();
        if (revealed) {
            keep(last, cast.battle());
        }
    }

    private boolean isStale(Battle battle) {
        boolean stale = false;
        for (Seat seat : battle.seats()) {
            if (seat.response() != null && !current.contains(seat.response())) {
                seenStale.add(seat.response());
                stale = true;
            }
        }
        return stale;
    }

    private void keep(VoteId row, Battle battle) {
        Map<ContestantId, OptionalDouble> before = recent.get(row);
        Map<ContestantId, OptionalDouble> ratings = new HashMap<>(before == null ? Map.of() : before);
        for (Seat seat : battle.seats()) {
            ratings.put(seat.contestant(), told(seat.contestant()));
        }
        recent.put(row, ratings);
        if (before == null) {
            recentInOrder.addLast(row);
        }
        if (recentInOrder.size() > RECENT_ROWS) {
            recent.remove(recentInOrder.removeFirst());
        }
    }

    private OptionalDouble told(ContestantId contestant) {
        OptionalDouble rating = votes.rating(contestant);
        if (rating.isPresent() && isBetweenNumbers(rating.getAsDouble())) {
            votes.refit();
            rating = votes.rating(contestant);
        }
        return rating.isPresent() ? OptionalDouble.of(rounded(rating.getAsDouble())) : rating;
    }

    private static boolean isBetweenNumbers(double rating) {
        double units = rating * UNITS_PER_POINT;
        return Math.abs(units - Math.floor(units) - 0.5) < CLOSE;
    }
}
