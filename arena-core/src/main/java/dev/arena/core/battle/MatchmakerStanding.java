package dev.arena.core.battle;

import dev.arena.core.model.ContestantId;
import dev.arena.ratings.Covariance;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.pairing.PairGains;
import java.util.List;
import java.util.Optional;

/**
 * What is known of some contestants at one moment: how often they met, and how strong they are by a fit that is pulled together a
 * little, so that everybody has a finite strength. Immutable. Contestants are numbered as listed.
 */
public final class MatchmakerStanding {
    /** The variance of a contestant without votes. */
    private static final double UNKNOWN = 4;

    private final List<ContestantId> contestants;
    private final Meetings meetings;
    private final PairGains gains;
    private final double[] strengths;
    private final double[] errors;

    /**
     * How often contestants met.
     *
     * @param battles by contestant: battles it took part in
     * @param pairs by contestant and contestant: battles that both took part in; symmetric
     * @param total pairs of all battles
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Meetings(long[] battles, long[][] pairs, long total) {}

    private MatchmakerStanding(List<ContestantId> contestants, Meetings meetings, PairGains gains) {
        this.contestants = List.copyOf(contestants);
        this.meetings = meetings;
        this.gains = gains;
        strengths = new double[contestants.size()];
        errors = new double[contestants.size()];
    }

    /** No votes: equal strengths of which nothing is sure. */
    public static MatchmakerStanding empty(List<ContestantId> contestants) {
        int n = contestants.size();
        return of(contestants, new Meetings(new long[n], new long[n][n], 0), Optional.empty());
    }

    /**
     * After some votes.
     *
     * @param fit natural strengths with their covariance, of the contestants in this order; empty where no vote decided
     */
    public static MatchmakerStanding of(List<ContestantId> contestants, Meetings meetings, Optional<RatingResult> fit) {
        PairGains gains = fit.map(PairGains::of).orElseGet(() -> PairGains.flat(contestants.size()));
        MatchmakerStanding standing = new MatchmakerStanding(contestants, meetings, gains);
        for (int i = 0; i < contestants.size(); i++) {
            standing.read(i, fit);
        }
        return standing;
    }

    private void read(int contestant, Optional<RatingResult> fit) {
        errors[contestant] = Math.sqrt(UNKNOWN);
        fit.ifPresent(result -> {
            strengths[contestant] = result.rating(contestant).strength().orElse(0);
            if (result.uncertainty() instanceof Covariance known && known.covers(contestant)) {
                errors[contestant] = Math.sqrt(known.variance(contestant));
            }
        });
    }

    /** The contestants, in the order of their numbers. */
    public List<ContestantId> contestants() {
        return contestants;
    }

    /** What the next battle of two is expected to tell; not to be changed. */
    PairGains gains() {
        return gains;
    }

    /** Natural strength. */
    double strength(int contestant) {
        return strengths[contestant];
    }

    /** Standard error of the natural strength. */
    double error(int contestant) {
        return errors[contestant];
    }

    /** Battles that a contestant took part in. */
    long battles(int contestant) {
        return meetings.battles()[contestant];
    }

    /** Battles that both took part in. */
    long meetings(int one, int other) {
        return meetings.pairs()[one][other];
    }

    /** Pairs of all battles. */
    long total() {
        return meetings.total();
    }
}
