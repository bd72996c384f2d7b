package dev.arena.core.study;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.StudyVersionId;
import dev.arena.core.store.StudyTally;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The votes of one study, added up, and the places that are kept for battles in hand. A matchup's places are taken by its verdicts
 * and by the open battles whose time is not over. Every method is atomic; who draws a battle holds this object's lock from looking
 * at the places to taking one.
 */
public final class StudyCounts {
    private final Map<String, Place> places = new HashMap<>();
    private final Map<BattleId, Reservation> reservations = new HashMap<>();
    private final PriorityQueue<Reservation> byTime =
            new PriorityQueue<>(Comparator.comparing((Reservation reservation) -> reservation.endsAt)
                    .thenComparing(reservation -> reservation.number));
    private final SortedMap<Integer, Integer> byCoverage = new TreeMap<>();
    private final Set<String> changed = new HashSet<>();
    private final VoterCounts voters = new VoterCounts();
    private @Nullable Object asker;
    private long made;

    private static final class Place {
        private int decided;
        private int kept;
    }

    /** A place kept for a battle until its time is over, or while a vote on it is being stored. */
    public static final class Reservation {
        private final long number;
        private final @Nullable String matchup;
        private final Instant endsAt;
        private int votesUnderWay;
        private @Nullable BattleId battle;

        private Reservation(long number, @Nullable String matchup, Instant endsAt) {
            this.number = number;
            this.matchup = matchup;
            this.endsAt = endsAt;
        }
    }

    /**
     * The counts of a stored study.
     *
     * @param reservation how long the battles of a version are kept
     */
    StudyCounts(StudyTally tally, Function<StudyVersionId, Duration> reservation) {
        tally.decided().forEach(this::decide);
        tally.votes().forEach(voters::add);
        for (StudyTally.Open open : tally.open()) {
            String matchup = open.part() == StudyPart.PLAIN ? open.matchup() : null;
            Instant end = open.openedAt().plus(reservation.apply(open.version()));
            opened(reserve(matchup, end), open.battle());
        }
    }

    /** How many places of a matchup are taken. */
    public synchronized int taken(String matchup) {
        Place place = places.get(matchup);
        return place == null ? 0 : place.decided + place.kept;
    }

    /** Frees the places whose time is over. */
    public synchronized void expire(Instant now) {
        while (!byTime.isEmpty() && !byTime.peek().endsAt.isAfter(now)) {
            Reservation over = byTime.poll();
            if (over.votesUnderWay == 0) {
                free(over);
            }
        }
    }

    /**
     * The matchups whose places changed since the same asker asked last; all of which a place was ever taken where another one
     * asked in between.
     */
    public synchronized Set<String> takeChanges(Object who) {
        Set<String> since = new HashSet<>(who == asker ? changed : places.keySet());
        asker = who;
        changed.clear();
        return since;
    }

    /**
     * Keeps a place for a battle that is about to be stored.
     *
     * @param matchup null for gold battles and repeats, which take no place
     */
    public synchronized Reservation reserve(@Nullable String matchup, Instant endsAt) {
        Reservation reservation = new Reservation(made++, matchup, endsAt);
        byTime.add(reservation);
        keep(matchup, 1);
        return reservation;
    }

    /** The battle was stored. */
    public synchronized void opened(Reservation reservation, BattleId battle) {
        reservation.battle = battle;
        reservations.put(battle, reservation);
    }

    /** The battle could not be stored. */
    public synchronized void drop(Reservation reservation) {
        byTime.remove(reservation);
        keep(reservation.matchup, -1);
    }

    /** Whether the time of a battle is over and no vote on it is under way; its place is free then. */
    public synchronized boolean isOver(BattleId battle, Instant now) {
        expire(now);
        return !reservations.containsKey(battle);
    }

    /**
     * Keeps the place of a battle while a vote on it is stored.
     *
     * @param matchup null for gold battles and repeats
     * @param wanted how many places there are; null for as many as come
     * @return whether it has a place: its time is not over, or a place is free
     */
    public synchronized boolean beginVote(
            BattleId battle, @Nullable String matchup, @Nullable Integer wanted, Instant now) {
        expire(now);
        Reservation kept = reservations.get(battle);
        if (kept == null) {
            if (matchup != null && wanted != null && taken(matchup) >= wanted) {
                return false;
            }
            kept = new Reservation(made++, matchup, now);
            keep(matchup, 1);
            opened(kept, battle);
        }
        kept.votesUnderWay++;
        return true;
    }

    /**
     * Ends what {@link #beginVote} began.
     *
     * @param stored the vote, where this request stored one
     */
    public synchronized void endVote(BattleId battle, Optional<Cast> stored, Instant now) {
        Reservation kept = reservations.get(battle);
        if (kept != null) {
            kept.votesUnderWay--;
        }
        if (stored.isPresent()) {
            if (kept != null) {
                byTime.remove(kept);
                free(kept);
            }
            count(stored.get());
        } else if (kept != null && kept.votesUnderWay == 0 && !kept.endsAt.isAfter(now)) {
            byTime.remove(kept);
            free(kept);
        }
    }

    /**
     * A vote that was stored.
     *
     * @param matchup null for gold battles and repeats
     * @param castAt decides the day
     */
    public record Cast(
            JudgeId voter, StudyPart part, @Nullable String matchup, Instant castAt, boolean decided) {}

    /** Counts a vote that needed no place: an abstention because time was over. */
    public synchronized void count(Cast cast) {
        voters.add(cast, 1);
        if (cast.decided() && cast.matchup() != null) {
            decide(cast.matchup(), 1);
            changed.add(cast.matchup());
        }
    }

    /** Counts a vote no more, since another of its voter took its place. */
    public synchronized void uncount(Cast cast) {
        voters.add(cast, -1);
        if (cast.decided() && cast.matchup() != null) {
            decide(cast.matchup(), -1);
            changed.add(cast.matchup());
        }
    }

    /** How many verdicts a voter has given, all parts together, so that the number does not tell them apart. */
    public synchronized long voted(JudgeId voter) {
        return voters.decided(voter);
    }

    /** How many verdicts a voter has given on the day of an instant (UTC). */
    public synchronized long votedOnDay(JudgeId voter, Instant instant) {
        return voters.decidedOnDay(voter, instant);
    }

    /** How far the study is. */
    public synchronized StudyProgress progress(Instant now) {
        expire(now);
        return voters.progress(reservations.size(), new TreeMap<>(byCoverage));
    }

    /** All matchups that ever had a place taken. */
    public synchronized Set<String> matchups() {
        return Set.copyOf(places.keySet());
    }

    /** How many matchups have that many verdicts, without some of them; those without any verdict are left out. */
    public synchronized SortedMap<Integer, Integer> coverage(Set<String> without) {
        SortedMap<Integer, Integer> coverage = new TreeMap<>(byCoverage);
        for (String matchup : without) {
            Place place = places.get(matchup);
            if (place != null && place.decided > 0) {
                coverage.merge(place.decided, -1, Integer::sum);
            }
        }
        return coverage;
    }

    private void decide(String matchup, int change) {
        Place place = place(matchup);
        if (place.decided > 0) {
            byCoverage.merge(place.decided, -1, StudyCounts::sumOrNone);
        }
        place.decided += change;
        if (place.decided > 0) {
            byCoverage.merge(place.decided, 1, Integer::sum);
        }
    }

    private static @Nullable Integer sumOrNone(Integer one, Integer other) {
        int sum = one + other;
        return sum == 0 ? null : Integer.valueOf(sum);
    }

    private Place place(String matchup) {
        return places.computeIfAbsent(matchup, unused -> new Place());
    }

    private void keep(@Nullable String matchup, int change) {
        if (matchup != null) {
            place(matchup).kept += change;
            changed.add(matchup);
        }
    }

    private void free(Reservation reservation) {
        keep(reservation.matchup, -1);
        if (reservation.battle != null) {
            reservations.remove(reservation.battle, reservation);
        }
    }
}
