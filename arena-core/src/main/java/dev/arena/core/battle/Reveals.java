package dev.arena.core.battle;

import dev.arena.core.model.Battle;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes reveals, each once: a request that is repeated, or sent a hundred times at once, gets the same answer. After a restart a
 * reveal is made again from the log up to its vote.
 */
final class Reveals {
    private static final int RECENT = 10_000;

    private final ArenaStore store;
    private final RevealRatings ratings;
    private final RecentMap<VoteId, Slot> recent = new RecentMap<>(RECENT, id -> new Slot());

    private final Object reading = new Object();
    private volatile Map<ContestantId, Contestant> contestants = Map.of();

    private static final class Slot {
        private @Nullable Reveal reveal;
    }

    Reveals(ArenaStore store, RevealRatings ratings) {
        this.store = store;
        this.ratings = ratings;
    }

    /** The catalog changed: what is known about contestants is read again. */
    void refresh() {
        synchronized (reading) {
            contestants = Map.of();
        }
    }

    /**
     * The reveal of a stored vote.
     *
     * @param verdict what the vote said when it was cast
     * @param progress how far the voter was at a row of the log
     */
    Reveal of(Battle battle, Vote vote, Verdict verdict, Function<VoteId, VotingProgress> progress) {
        return of(vote, verdict, progress, () -> verdict.decides() ? seats(battle, vote.id()) : List.of());
    }

    /** The answer to a vote in a study that reveals nothing. */
    Reveal silent(Vote vote, Verdict verdict, Function<VoteId, VotingProgress> progress) {
        return of(vote, verdict, progress, List::of);
    }

    private Reveal of(
            Vote vote,
            Verdict verdict,
            Function<VoteId, VotingProgress> progress,
            Supplier<List<Reveal.RevealedSeat>> seats) {
        Slot slot = recent.get(vote.id());
        synchronized (slot) {
            Reveal known = slot.reveal;
            if (known == null) {
                known = new Reveal(
                        vote.publicId(), VoteRequest.wordOf(verdict), seats.get(), progress.apply(vote.id()));
                slot.reveal = known;
            }
            return known;
        }
    }

    private List<Reveal.RevealedSeat> seats(Battle battle, VoteId vote) {
        List<ContestantId> shown = battle.seats().stream().map(Seat::contestant).toList();
        Map<ContestantId, Double> before = ratings.ratingsThrough(new VoteId(vote.value() - 1), shown);
        Map<ContestantId, Double> after = ratings.ratingsThrough(vote, shown);
        List<Reveal.RevealedSeat> seats = new ArrayList<>();
        for (Seat seat : battle.seats()) {
            ContestantId id = seat.contestant();
            Double was = before.get(id);
            Double now = after.get(id);
            Double change = was == null || now == null ? null : Double.valueOf(difference(now, was));
            Contestant contestant = contestant(id);
            seats.add(new Reveal.RevealedSeat(contestant.name(), contestant.facts(), now, change));
        }
        return seats;
    }

    /** Without the last digits, which are only the rounding of the subtraction. */
    private static double difference(double now, double was) {
        return Math.rint((now - was) * 1e6) / 1e6 + 0.0;
    }

    /** Contestants are added and their facts replaced by imports, which {@link #refresh} follows. */
    private Contestant contestant(ContestantId id) {
        Contestant known = contestants.get(id);
        if (known != null) {
            return known;
        }
        synchronized (reading) {
            contestants = store.catalog().contestantsById();
            return Objects.requireNonNull(contestants.get(id), "a seated contestant is stored");
        }
    }
}
