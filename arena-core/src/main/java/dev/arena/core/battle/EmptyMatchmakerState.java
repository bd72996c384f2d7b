package dev.arena.core.battle;

import dev.arena.core.model.ContestantId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** No votes, whoever asks. */
final class EmptyMatchmakerState implements MatchmakerState {
    private final AtomicReference<MatchmakerStanding> last = new AtomicReference<>(MatchmakerStanding.empty(List.of()));

    @Override
    public MatchmakerStanding standing(List<ContestantId> contestants) {
        return last.updateAndGet(
                known -> known.contestants().equals(contestants) ? known : MatchmakerStanding.empty(contestants));
    }
}
