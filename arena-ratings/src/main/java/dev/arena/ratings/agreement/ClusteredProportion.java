package dev.arena.ratings.agreement;

import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

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
 * <p><b>Cost.</b> Two numbers for each cluster up to the highest; trials without one cost nothing. Not safe for use by many threads.
 */
public final class ClusteredProportion {
    /** A trial that belongs to no other. */
    public static final int ALONE = -1;

    private static final int FIRST_CAPACITY = 16;

    private long[] successes = {};
    private long[] trials = {};
    private long aloneSuccesses;
    private long aloneTrials;

    /**
     * Adds equal trials.
     *
     * @param cluster what they belong to, numbered from 0 up, or {@link #ALONE}: then each is a cluster of its own
     * @param success whether they succeeded
     * @param count how many, at least 0
     */
    public void add(int cluster, boolean success, long count) {
        if (cluster == ALONE) {
            aloneSuccesses += success ? count : 0;
            aloneTrials += count;
        } else if (count > 0) {
            if (cluster >= trials.length) {
                int capacity = Math.max(FIRST_CAPACITY, Math.max(cluster + 1, 2 * trials.length));
                successes = Arrays.copyOf(successes, capacity);
                trials = Arrays.copyOf(trials, capacity);
            }
            successes[cluster] += success ? count : 0;
            trials[cluster] += count;
        }
    }

    /** Successes and trials. */
    public Proportion total() {
        return new Proportion(
                aloneSuccesses + LongStream.of(successes).sum(),
                aloneTrials + LongStream.of(trials).sum());
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

    private double effectiveTrials(double share, double all) {
        if (share == 0 || share == 1) {
            return (double)
                    (aloneTrials + LongStream.of(trials).filter(n -> n > 0).count());
        }
        double squares = (double) aloneSuccesses * (1 - share) * (1 - share)
                + (double) (aloneTrials - aloneSuccesses) * share * share;
        for (int cluster = 0; cluster < trials.length; cluster++) {
            double residual = (double) successes[cluster] - (double) trials[cluster] * share;
            squares += residual * residual;
        }
        double variance = squares / all / all;
        return variance == 0 ? all : Math.min(all, share * (1 - share) / variance);
    }
}
