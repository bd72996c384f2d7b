package dev.arena.ratings.integrity;

import org.apache.commons.math3.special.Gamma;

/**
 * Exact tests of a voter's sides. Responses stand in random order, so an attentive voter's decisive verdicts on pairs are fair coins
 * whatever the responses are; a voter who does not read shows in how the sides follow each other.
 *
 * <p><b>Accuracy.</b> Sums of exact terms in log space; equal terms are told apart by one part in 10⁷. Two-sided values add up all
 * outcomes that are no likelier than the one found.
 */
public final class SideTests {
    private static final double SAME = 1 + 1e-7;
    private static final double NOTHING = 1e-12;

    private SideTests() {}

    /**
     * How surprising it is that so many of the decisive verdicts went to one side, if each side is as likely: binomial, two-sided.
     *
     * @param first verdicts for the first position
     * @param decisive all of them
     */
    public static double balance(int first, int decisive) {
        requireBetween("first", first, 0, decisive);
        return twoSided(decisive + 1, first, k -> choose(decisive, k) - decisive * Math.log(2));
    }

    /**
     * How surprising the number of runs is (stretches of one side), given how often each side was chosen: Wald and Wolfowitz 1940, doi
     * 10.1214/aoms/1177731909, two-sided: few runs are long stretches, many are an alternation.
     *
     * @param first verdicts for the first position
     * @param second verdicts for the second position
     * @param runs at least 1 where there is a verdict
     */
    public static double runs(int first, int second, int runs) {
        if (first == 0 || second == 0) {
            return 1;
        }
        requireBetween("runs", runs, 2, 2 * Math.min(first, second) + (first == second ? 0 : 1));
        double all = choose(first + second, first);
        return twoSided(
                2 * Math.min(first, second) + 2,
                runs,
                count -> count < 2 ? Double.NEGATIVE_INFINITY : logRuns(first, second, count) - all);
    }

    private static double logRuns(int first, int second, int runs) {
        int half = runs / 2;
        if (runs % 2 == 0) {
            return Math.log(2) + choose(first - 1, half - 1) + choose(second - 1, half - 1);
        }
        double one = choose(first - 1, half) + choose(second - 1, half - 1);
        double other = choose(first - 1, half - 1) + choose(second - 1, half);
        double larger = Math.max(one, other);
        return larger == Double.NEGATIVE_INFINITY
                ? larger
                : larger + Math.log(Math.exp(one - larger) + Math.exp(other - larger));
    }

    /**
     * The probability that some stretch of equal positions is at least so long.
     *
     * @param length of the longest stretch, at least 1
     * @param verdicts how many there are
     * @param repeat the probability that a verdict goes to the same position as the one before: ½ for pairs, 1/K for the best of K
     */
    public static double stretch(int length, int verdicts, double repeat) {
        requireBetween("length", length, 1, Math.max(1, verdicts));
        if (length == 1) {
            return 1;
        }
        double bound = verdicts * Math.pow(repeat, length - 1.0);
        if (bound < NOTHING) {
            // each place where it could begin adds no more than this
            return bound;
        }
        double[] ending = new double[length];
        ending[1] = 1;
        double reached = 0;
        for (int verdict = 1; verdict < verdicts; verdict++) {
            double[] next = new double[length];
            for (int run = 1; run < length; run++) {
                next[1] += ending[run] * (1 - repeat);
                if (run + 1 == length) {
                    reached += ending[run] * repeat;
                } else {
                    next[run + 1] += ending[run] * repeat;
                }
            }
            ending = next;
        }
        return Math.min(1, reached);
    }

    /**
     * The probability of at least so many successes, if each has the same probability: binomial, one-sided.
     *
     * @param successes found
     * @param trials of all
     * @param probability in [0, 1]
     */
    public static double atLeast(int successes, int trials, double probability) {
        requireBetween("successes", successes, 0, trials);
        double sum = 0;
        for (int k = successes; k <= trials; k++) {
            double log =
                    choose(trials, k) + times(k, Math.log(probability)) + times(trials - k, Math.log1p(-probability));
            sum += Math.exp(log);
        }
        return Math.min(1, sum);
    }

    private static double times(int count, double log) {
        return count == 0 ? 0 : count * log;
    }

    /** The log of the probability of an outcome. */
    private interface LogLaw {
        double of(int outcome);
    }

    private static double twoSided(int outcomes, int found, LogLaw law) {
        double limit = Math.exp(law.of(found)) * SAME;
        double sum = 0;
        for (int k = 0; k < outcomes; k++) {
            double p = Math.exp(law.of(k));
            sum += p <= limit ? p : 0;
        }
        return Math.min(1, sum);
    }

    private static double choose(int n, int k) {
        return k < 0 || k > n || n < 0
                ? Double.NEGATIVE_INFINITY
                : Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }

    private static void requireBetween(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    what + " " + value + " is not allowed; use a number from " + least + " to " + most);
        }
    }
}
