package dev.arena.core.leaderboard;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

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

    private final ArenaStore store;
    private final StudyOfBattles studies;
    private LiveVotes votes = new LiveVotes();
    private final Map<VoteId, Map<ContestantId, OptionalDouble>> recent = new LinkedHashMap<>();
    private Set<ResponseId> current = new HashSet<>();
    private VoterRulings rulings = VoterRulings.NONE;
    private final Set<ResponseId> seenStale = new HashSet<>();
    private VoteId last = new VoteId(0);
    private long revision = -1;

    LiveBoard(ArenaStore store) {
        this.store = store;
        this.studies = new StudyOfBattles(store.studies());
    }

    /** A rating as voters are told it. */
    static double rounded(double rating) {
        // plus zero, so that nothing is called minus zero
        return Math.rint(rating * UNITS_PER_POINT) / UNITS_PER_POINT + 0.0;
    }

    /**
     * Ratings over the log up to and including a row.
     *
     * @return the rating of each of the contestants that has one; empty where the row is not a voter's vote or the row before
     *     one, or names other contestants, or lies too far back
     */
    synchronized Optional<Map<ContestantId, Double>> ratingsThrough(VoteId row, List<ContestantId> contestants) {
        // what was told stays told, so a row that is known needs no look at the store
        Optional<Map<ContestantId, Double>> known = known(row, contestants);
        if (known.isPresent()) {
            return known;
        }
        follow();
        return known(row, contestants);
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
        long now = store.revision();
        while (now != revision) {
            List<CastVote> rows = new ArrayList<>();
            store.votes().scan(last, rows::add);
            long after = store.revision();
            if (after == now) {
                // A vote adds one to the revision; anything more was a change of the catalog.
                if (revision < 0 || now - revision != rows.size()) {
                    readCatalog(rows);
                }
                rows.forEach(this::take);
                revision = now;
            }
            now = after;
        }
    }

    /** Reads which responses are current and what was decided on voters; where that voids or revives a vote, the log is read again. */
    private void readCatalog(List<CastVote> rows) {
        Set<ResponseId> before = current;
        current = new HashSet<>();
        for (ResponseHead head : store.catalog().listCurrentResponses()) {
            current.add(head.id());
        }
        VoterRulings ruledBefore = rulings;
        rulings = VoterRulings.of(store.quality().listDecisions());
        boolean revived = seenStale.stream().anyMatch(current::contains);
        if (revived || !rulings.isSameAs(ruledBefore) || !current.containsAll(before)) {
            votes = new LiveVotes();
            recent.clear();
            seenStale.clear();
            rows.clear();
            store.votes().scan(new VoteId(0), rows::add);
        }
    }

    private void take(CastVote cast) {
        boolean revealed = cast.battle().draft().origin().kind() == BattleOrigin.Kind.MATCHMAKER
                && cast.vote().verdict().decides();
        if (revealed) {
            keep(new VoteId(cast.vote().id().value() - 1), cast.battle());
        }
        votes.take(
                cast,
                isStale(cast.battle()) || isPlanted(cast.battle()),
                rulings.isEmpty() ? 1 : rulings.of(cast.vote().judge(), studies.of(cast.battle())).weight());
        last = cast.vote().id();
        if (revealed) {
            keep(last, cast.battle());
        }
    }

    /** Votes on gold battles and repeats are no votes on contestants. */
    private static boolean isPlanted(Battle battle) {
        StudyPart part = battle.draft().origin().part();
        return part == StudyPart.GOLD || part == StudyPart.REPEAT;
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
        Map<ContestantId, OptionalDouble> ratings = recent.computeIfAbsent(row, id -> new HashMap<>());
        for (Seat seat : battle.seats()) {
            ratings.put(seat.contestant(), told(seat.contestant()));
        }
        if (recent.size() > RECENT_ROWS) {
            recent.remove(recent.keySet().iterator().next());
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
