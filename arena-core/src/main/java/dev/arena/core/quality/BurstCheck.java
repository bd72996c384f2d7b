package dev.arena.core.quality;

import java.util.ArrayDeque;
import java.util.Deque;

/** The most votes within one minute. */
final class BurstCheck implements VoterCheck {
    private static final long WINDOW_MS = 60_000;
    private static final int MOST = 30;
    private static final int LEAST = 2;

    private final Deque<Long> window = new ArrayDeque<>();
    private int votes;
    private int most;

    @Override
    public String id() {
        return "burst";
    }

    @Override
    public void take(VoterVote vote) {
        long now = vote.cast().vote().draft().castAt().toEpochMilli();
        window.addLast(now);
        while (window.getFirst() <= now - WINDOW_MS) {
            window.removeFirst();
        }
        votes++;
        most = Math.max(most, window.size());
    }

    @Override
    public Signal signal() {
        return votes < LEAST
                ? Signal.unknown(id(), MOST, votes, QualityPhrase.FEW_VOTES.say("count", LEAST))
                : Signal.found(
                        id(),
                        most > MOST,
                        new Signal.Measure(most, MOST),
                        votes,
                        QualityPhrase.BURST.say("count", most));
    }
}
