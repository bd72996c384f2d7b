package dev.arena.core.battle;

import dev.arena.core.model.CastVote;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the votes of a store say, kept up with the log: only what was appended is read, and strengths are fitted anew at most once an
 * interval, elsewhere, so that no voter waits. Before the log was read for the first time nothing is known.
 */
public final class LogMatchmakerState implements MatchmakerState {
    private static final Logger LOG = LoggerFactory.getLogger(LogMatchmakerState.class);

    private final ArenaStore store;
    private final Predicate<CastVote> counted;
    private final Refreshing refreshing;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final VoteTallies tallies = new VoteTallies();
    private final MatchmakerState nothing = MatchmakerState.empty();
    private volatile MatchmakerStanding standing = MatchmakerStanding.empty(List.of());
    private volatile Instant refreshed = Instant.MIN;
    private volatile long revision = -1;
    private VoteId last = new VoteId(0);

    /**
     * When and where standings are made.
     *
     * @param interval least time between two of them
     * @param executor runs the work, one piece at a time
     */
    public record Refreshing(Duration interval, InstantSource clock, Executor executor) {}

    /**
     * The state of some votes.
     *
     * @param counted which votes it is made of
     */
    public LogMatchmakerState(ArenaStore store, Predicate<CastVote> counted, Refreshing refreshing) {
        this.store = store;
        this.counted = counted;
        this.refreshing = refreshing;
    }

    @Override
    public MatchmakerStanding standing(List<ContestantId> contestants) {
        boolean same = standing.contestants().equals(contestants);
        Instant now = refreshing.clock().instant();
        boolean due = refreshed.equals(Instant.MIN)
                || !Duration.between(refreshed, now)
                        .minus(refreshing.interval())
                        .isNegative();
        if ((!same || due) && busy.compareAndSet(false, true)) {
            start(contestants, now);
        }
        MatchmakerStanding known = standing;
        return known.contestants().equals(contestants) ? known : nothing.standing(contestants);
    }

    private void start(List<ContestantId> contestants, Instant now) {
        try {
            refreshing.executor().execute(() -> {
                try {
                    refresh(contestants);
                } catch (RuntimeException failure) {
                    // battles are drawn all the same, by what was known before
                    LOG.error(
                            "The matchmaker could not look up what votes say; it goes on with what it knew.", failure);
                } finally {
                    refreshed = now;
                    busy.set(false);
                }
            });
        } catch (RuntimeException failure) {
            busy.set(false);
            throw failure;
        }
    }

    private void refresh(List<ContestantId> contestants) {
        long found = store.revision();
        boolean same = standing.contestants().equals(contestants);
        if (found != revision || !same) {
            store.votes().scan(last, this::take);
            standing = tallies.standing(contestants);
            revision = found;
        }
    }

    private void take(CastVote cast) {
        last = cast.vote().id();
        if (counted.test(cast)) {
            tallies.add(cast);
        }
    }
}
