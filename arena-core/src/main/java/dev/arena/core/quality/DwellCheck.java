package dev.arena.core.quality;

/**
 * How many votes came sooner than anybody can have read: after less than half a second and a hundredth of a second for each character
 * of the responses, at most ten seconds. A fast reader reads about 25 characters a second, so this asks for a quarter of them.
 */
final class DwellCheck implements VoterCheck {
    private static final long BASE_MS = 500;
    private static final long MS_PER_CHARACTER = 10;
    private static final long MOST_MS = 10_000;
    private static final int LEAST = 10;
    private static final double SHARE = 0.5;

    private int timed;
    private int fast;

    /** The least time for responses of so many characters. */
    static long floorMs(int characters) {
        return Math.min(MOST_MS, BASE_MS + MS_PER_CHARACTER * characters);
    }

    @Override
    public String id() {
        return "dwell";
    }

    @Override
    public void take(VoterVote vote) {
        Long latency = vote.cast().vote().draft().latencyMs();
        if (latency != null && vote.characters().isPresent()) {
            timed++;
            fast += latency < floorMs(vote.characters().getAsInt()) ? 1 : 0;
        }
    }

    @Override
    public Signal signal() {
        if (timed < LEAST) {
            return Signal.unknown(id(), SHARE, timed, QualityPhrase.FEW_TIMED.say("count", LEAST));
        }
        double share = (double) fast / timed;
        var interval = Wilson.of(fast, timed);
        return Signal.found(
                        id(),
                        interval.lower() > SHARE,
                        new Signal.Measure(share, SHARE),
                        timed,
                        QualityPhrase.TOO_SOON.say("count", fast, "of", timed))
                .between(interval.lower(), interval.upper());
    }
}
