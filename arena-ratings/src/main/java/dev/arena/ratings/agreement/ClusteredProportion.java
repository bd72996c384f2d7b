package dev.arena.ratings.agreement;

import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A share of trials of which some belong together, such as the two orders of a matchup.
 *
 * <p><b>Model.</b> Cluster c has s_c successes in n_c trials; p = Σ s_c / Σ n_c, with the linearised variance of a ratio,
 * Σ (s_c − n_c p)² / (Σ n_c)².
 *
 * <p><b>Interval.</b> Wilson's, with p(1 − p)/variance trials in place of their number, at most as many as there are: with one trial a
 * cluster exactly Wilson's. Where all trials went one way it is taken with one trial a cluster. Sources: Wilson 1927, doi
 * 10.1080/01621459.1927.10502953; effective numbers of trials as Korn and Graubard 1998, Survey Methodology 24(2).
 *
 * <p><b>Cost.</b> A map entry for each cluster with a number; trials without one cost nothing. Not safe for use by many threads.
 */
public final class ClusteredProportion {
    /** A trial that belongs to no other. */
    public static final long ALONE = -1;

    private final Map<Long, long[]> clusters = new LinkedHashMap<>();
    private long aloneSuccesses;
    private long aloneTrials;

    /**
     * Adds equal trials.
     *
     * @param cluster what they belong to, or {@link #ALONE}: then each is a cluster of its own
     * @param success whether they succeeded
     * @param count how many, at least 0
     */
    public void add(long cluster, boolean success, long count) {
        if (cluster == ALONE) {
            aloneSuccesses += success ? count : 0;
            aloneTrials += count;
        } else if (count > 0) {
            long[] sums = clusters.computeIfAbsent(cluster, key -> new long[2]);
            sums[0] += success ? count : 0;
            sums[1] += count;
        }
    }

    /** Successes and trials. */
    public Proportion total() {
        long successes = aloneSuccesses;
        long trials = aloneTrials;
        for (long[] sums : clusters.values()) {
            successes += sums[0];
            trials += sums[1];
        }
        return new Proportion(successes, trials);
    }

    /** The share; absent without trials. */
    public OptionalDouble value() {
        return total().value();
    }

    /** The interval; absent without trials. */
    public Optional<Interval> interval(Level level) {
        Proportion total = total();
        if (total.trials() == 0) {
            return Optional.empty();
        }
        double share = total.value().orElseThrow();
        double trials = effectiveTrials(share, (double) total.trials());
        double z = level.z();
        double scale = 1 + z * z / trials;
        double centre = (share + z * z / (2 * trials)) / scale;
        double half = z / scale * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
        double lower = share == 0 ? 0 : Math.max(0, centre - half);
        double upper = share == 1 ? 1 : Math.min(1, centre + half);
        return Optional.of(new Interval(lower, upper, level));
    }

    private double effectiveTrials(double share, double trials) {
        if (share == 0 || share == 1) {
            return aloneTrials + clusters.size();
        }
        double squares = (double) aloneSuccesses * (1 - share) * (1 - share)
                + (double) (aloneTrials - aloneSuccesses) * share * share;
        for (long[] sums : clusters.values()) {
            double residual = sums[0] - sums[1] * share;
            squares += residual * residual;
        }
        double variance = squares / trials / trials;
        return variance == 0 ? trials : Math.min(trials, share * (1 - share) / variance);
    }
}
