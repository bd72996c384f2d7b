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

    private static final class Slot {
        private @Nullable Reveal reveal;
    }

    Reveals(ArenaStore store, RevealRatings ratings) {
        this.store = store;
        this.ratings = ratings;
    }

    /**
     * The reveal of a stored vote.
     *
     * @param verdict what the vote said when it was cast
     * @param progress how far the voter was at a row of the log
     */
    Reveal of(Battle battle, Vote vote, Verdict verdict, Function<VoteId, VotingProgress> progress) {
        Slot slot = recent.get(vote.id());
        synchronized (slot) {
            Reveal known = slot.reveal;
            if (known == null) {
                List<Reveal.RevealedSeat> seats = verdict.decides() ? seats(battle, vote.id()) : List.of();
                known = new Reveal(vote.publicId(), VoteRequest.wordOf(verdict), seats, progress.apply(vote.id()));
                slot.reveal = known;
            }
            return known;
        }
    }

    private List<Reveal.RevealedSeat> seats(Battle battle, VoteId vote) {
        Map<ContestantId, Double> before = ratings.ratingsThrough(new VoteId(vote.value() - 1));
        Map<ContestantId, Double> after = ratings.ratingsThrough(vote);
        Map<ContestantId, Contestant> contestants = store.catalog().contestantsById();
        List<Reveal.RevealedSeat> seats = new ArrayList<>();
        for (Seat seat : battle.seats()) {
            ContestantId id = seat.contestant();
            Contestant contestant = Objects.requireNonNull(contestants.get(id), "a seated contestant is stored");
            Double was = before.get(id);
            Double now = after.get(id);
            Double change = was == null || now == null ? null : Double.valueOf(now - was);
            seats.add(new Reveal.RevealedSeat(contestant.name(), now, change));
        }
        return seats;
    }
}
