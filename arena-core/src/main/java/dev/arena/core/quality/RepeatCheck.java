package dev.arena.core.quality;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.ContestantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often a voter says the same of a battle that is shown again in another order: the same best, or no best both times. */
final class RepeatCheck implements VoterCheck {
    private static final int LEAST = 5;
    private static final double SHARE = 0.6;

    /** The best contestant of each battle of a study, since nothing else is shown again; empty where none stood alone. */
    private final Map<BattleId, Optional<ContestantId>> said = new HashMap<>();

    private int repeats;
    private int same;

    @Override
    public String id() {
        return "repeats";
    }

    @Override
    public void take(VoterVote vote) {
        Optional<ContestantId> best = vote.best().isPresent()
                ? Optional.of(vote.seats().get(vote.best().getAsInt()).contestant())
                : Optional.empty();
        if (vote.mark().study() != null) {
            said.put(vote.cast().battle().id(), best);
        }
        @Nullable BattleId source = vote.mark().repeats();
        Optional<ContestantId> before = source == null ? null : said.get(source);
        if (before != null) {
            repeats++;
            same += before.equals(best) ? 1 : 0;
        }
    }

    @Override
    public Signal signal() {
        if (repeats < LEAST) {
            return Signal.unknown(id(), SHARE, repeats, QualityPhrase.FEW_REPEATS.say("count", LEAST));
        }
        var interval = Wilson.of(same, repeats);
        return Signal.found(
                        id(),
                        interval.upper() < SHARE,
                        new Signal.Measure((double) same / repeats, SHARE),
                        repeats,
                        QualityPhrase.REPEATS.say("count", same, "of", repeats))
                .between(interval.lower(), interval.upper());
    }
}
