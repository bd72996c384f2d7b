package dev.arena.ratings.agreement;

import java.util.Arrays;

/**
 * What is true of each item, and how good each judge is, from the judges' labels alone.
 *
 * <p><b>Model.</b> Item i has a true class T_i with prior p; judge j says label l of an item of class k with probability e_j[k, l],
 * independently of the other judges given the class: P(T_i = k | votes) ∝ p_k ∏_j e_j[k, vote_ij].
 *
 * <p><b>Input.</b> {@link VotePatterns}; labels are classes. Judges that did not vote on an item say nothing about it.
 *
 * <p><b>Output.</b> The posterior of each pattern, the prior and the confusion matrices, found by EM from the shares of votes.
 *
 * <p><b>Edge cases.</b> Without smoothing the fit collapses: a judge who is never seen to err is never doubted. {@code smoothing} is
 * added to every expected count of the prior and of each row of each matrix. Which class is which is told by the start alone: the
 * majority is taken to be right more often than not. The judges' labels are sides as they are named here; where sides have no
 * meaning of their own use {@link SymmetricDawidSkene}.
 *
 * <p><b>Cost.</b> O(patterns · judges · classes) an iteration; sums in the order of the patterns.
 *
 * <p><b>Accuracy.</b> Stops when the objective (log-likelihood plus the logarithm of the smoothing's prior) grows by at most
 * {@code tolerance}, or after {@code iterations}.
 *
 * <p><b>Source.</b> Dawid and Skene 1979, doi 10.2307/2346806, equations 2.3 to 2.5.
 */
public final class DawidSkene {
    /** Below this a probability is not taken, so that no class is ever ruled out by rounding alone. */
    private static final double LEAST = 1e-300;

    private final VotePatterns votes;
    private final int classes;
    private final double smoothing;
    private final double[][] posterior;
    private final double[] prior;
    private final double[][][] confusion;

    private DawidSkene(VotePatterns votes, double smoothing) {
        this.votes = votes;
        this.classes = votes.labels();
        this.smoothing = smoothing;
        posterior = votes.shares(classes);
        prior = new double[classes];
        confusion = new double[votes.judges()][classes][classes];
    }

    /**
     * A fit.
     *
     * @param posterior of each pattern, by class
     * @param prior of each class
     * @param confusion by judge, true class and label
     * @param logLikelihood of the votes under prior and confusion
     * @param iterations done
     * @param converged whether the stop rule was met
     */
    @SuppressWarnings("ArrayRecordComponent") // freshly made for the caller
    public record Fit(
            double[][] posterior,
            double[] prior,
            double[][][] confusion,
            double logLikelihood,
            int iterations,
            boolean converged) {}

    /**
     * Fits.
     *
     * @param smoothing added to every expected count; 0 for none, 1 is usual
     * @param tolerance least growth of the objective that goes on, at least 0
     * @param iterations at most, at least 1
     */
    public static Fit fit(VotePatterns votes, double smoothing, double tolerance, int iterations) {
        if (!(smoothing >= 0) || !(tolerance >= 0) || iterations < 1) {
            throw new IllegalArgumentException("smoothing " + smoothing + ", tolerance " + tolerance + ", " + iterations
                    + " iterations are not allowed; use at least 0, 0 and 1");
        }
        DawidSkene em = new DawidSkene(votes, smoothing);
        double before = Double.NEGATIVE_INFINITY;
        double likelihood = before;
        for (int done = 1; done <= iterations; done++) {
            em.maximise();
            likelihood = em.expect();
            double objective = likelihood + em.logPrior();
            if (objective - before <= tolerance) {
                return em.result(likelihood, done, true);
            }
            before = objective;
        }
        return em.result(likelihood, iterations, false);
    }

    private Fit result(double likelihood, int iterations, boolean converged) {
        return new Fit(posterior, prior, confusion, likelihood, iterations, converged);
    }

    private void maximise() {
        Arrays.fill(prior, smoothing);
        for (double[][] matrix : confusion) {
            for (double[] row : matrix) {
                Arrays.fill(row, smoothing);
            }
        }
        for (int pattern = 0; pattern < votes.size(); pattern++) {
            for (int k = 0; k < classes; k++) {
                double weight = votes.count(pattern) * posterior[pattern][k];
                prior[k] += weight;
                for (int judge = 0; judge < votes.judges(); judge++) {
                    int label = votes.vote(pattern, judge);
                    if (label != VotePatterns.ABSENT) {
                        confusion[judge][k][label] += weight;
                    }
                }
            }
        }
        scale(prior);
        for (double[][] matrix : confusion) {
            for (double[] row : matrix) {
                scale(row);
            }
        }
    }

    private static void scale(double[] row) {
        double sum = Arrays.stream(row).sum();
        for (int i = 0; i < row.length; i++) {
            row[i] = sum > 0 ? row[i] / sum : 1.0 / row.length;
        }
    }

    private double expect() {
        double likelihood = 0;
        for (int pattern = 0; pattern < votes.size(); pattern++) {
            double[] logs = posterior[pattern];
            for (int k = 0; k < classes; k++) {
                logs[k] = log(prior[k]);
                for (int judge = 0; judge < votes.judges(); judge++) {
                    int label = votes.vote(pattern, judge);
                    logs[k] += label == VotePatterns.ABSENT ? 0 : log(confusion[judge][k][label]);
                }
            }
            likelihood += votes.count(pattern) * LogWeights.normalise(logs);
        }
        return likelihood;
    }

    private double logPrior() {
        if (smoothing == 0) {
            return 0;
        }
        double sum = 0;
        for (double share : prior) {
            sum += Math.log(share);
        }
        for (double[][] matrix : confusion) {
            for (double[] row : matrix) {
                for (double share : row) {
                    sum += Math.log(share);
                }
            }
        }
        return smoothing * sum;
    }

    private static double log(double share) {
        return Math.log(Math.max(share, LEAST));
    }
}
