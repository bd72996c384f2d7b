package dev.arena.ratings.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which side of each battle is better, and how good each judge is, from the judges' verdicts alone: {@link DawidSkene} for sides whose
 * names mean nothing, with a position term for each judge.
 *
 * <p><b>Model.</b> A battle's true class is first better, second better or equal, with prior (π, π, 1 − 2π). Given the class judges vote
 * independently of each other; judge j says first, second or tie with log-odds {@code (α_j + γ_j/2, −γ_j/2, β_j)},
 * {@code (γ_j/2, α_j − γ_j/2, β_j)} and {@code (γ_j/2, −γ_j/2, δ_j)}. Swapping the names of the sides on every battle negates γ and swaps the
 * posteriors, and changes nothing else. Where nobody ever ties there are two classes and neither β nor δ.
 *
 * <p><b>Input.</b> {@link VotePatterns} with the labels {@link #FIRST}, {@link #SECOND}, {@link #TIE}; patterns whose order is not known
 * have no position term.
 *
 * <p><b>Output.</b> The posterior of each pattern, and for each judge its accuracy (share of battles on which it says what is true) and
 * position term (log-odds for the first position).
 *
 * <p><b>Edge cases.</b> One is added to every expected count of a class and of a class and label, so that no judge is taken to be
 * infallible. With fewer than three judges nothing in the votes tells which of them is right; the fit then says little more than
 * their shares. Judges that share their errors are taken for good ones: the model cannot tell.
 *
 * <p><b>Cost.</b> O(patterns · judges) an iteration, and a Newton fit of at most four parameters for each judge.
 *
 * <p><b>Accuracy.</b> EM from the shares of votes, in log space; stops when the objective grows by at most 1e-10 of its size, or after
 * 5,000 iterations.
 *
 * <p><b>Source.</b> Dawid and Skene 1979, doi 10.2307/2346806; symmetry and position term: the arena's design, ratings.md 8.3.
 */
public final class SymmetricDawidSkene {
    /** The first side is better. */
    public static final int FIRST = JudgeTilt.FIRST;

    /** The second side is better. */
    public static final int SECOND = JudgeTilt.SECOND;

    /** Neither is. */
    public static final int TIE = JudgeTilt.TIE;

    private static final int LABELS = 3;
    private static final int ITERATIONS = 5000;
    private static final double TOLERANCE = 1e-10;

    private final VotePatterns votes;
    private final int classes;
    private final double[][] posterior;
    private final double[] prior;
    private final List<JudgeTilt> judges = new ArrayList<>();

    private SymmetricDawidSkene(VotePatterns votes) {
        if (votes.labels() != LABELS) {
            throw new IllegalArgumentException(
                    votes.labels() + " labels are not allowed; use three: first, second and tie");
        }
        this.votes = votes;
        boolean ties = votes.hasLabel(TIE);
        classes = ties ? LABELS : 2;
        posterior = votes.shares(classes);
        prior = new double[classes];
        for (int judge = 0; judge < votes.judges(); judge++) {
            judges.add(new JudgeTilt(ties));
        }
    }

    /**
     * One judge.
     *
     * @param accuracy probability that it says what is true, in [0, 1]
     * @param position its pull to the first position, in natural log-odds
     */
    public record Reliability(double accuracy, double position) {}

    /**
     * A fit.
     *
     * @param preferences of each pattern: P(first better) + P(equal)/2
     * @param judges by number
     * @param objective log-likelihood plus the logarithm of the smoothing's prior after each iteration; never falls
     * @param converged whether the stop rule was met
     */
    public record Fit(List<Double> preferences, List<Reliability> judges, List<Double> objective, boolean converged) {
        /** Copies the lists. */
        public Fit {
            preferences = List.copyOf(preferences);
            judges = List.copyOf(judges);
            objective = List.copyOf(objective);
        }
    }

    /** Fits. */
    public static Fit fit(VotePatterns votes) {
        SymmetricDawidSkene em = new SymmetricDawidSkene(votes);
        List<Double> objective = new ArrayList<>();
        boolean converged = false;
        for (int done = 0; done < ITERATIONS && !converged; done++) {
            em.maximise();
            double now = em.expect() + em.logPrior();
            converged = done > 0 && now - objective.get(done - 1) <= TOLERANCE * (1 + Math.abs(now));
            objective.add(now);
        }
        return em.result(objective, converged);
    }

    private Fit result(List<Double> objective, boolean converged) {
        List<Double> preferences = new ArrayList<>();
        for (double[] shares : posterior) {
            preferences.add(shares[FIRST] + (classes == LABELS ? shares[TIE] / 2 : 0));
        }
        List<Reliability> reliabilities = new ArrayList<>();
        for (JudgeTilt judge : judges) {
            reliabilities.add(new Reliability(judge.accuracy(prior), judge.position()));
        }
        return new Fit(preferences, reliabilities, objective, converged);
    }

    private void maximise() {
        double[] classCounts = new double[classes];
        double[][][][] cells = new double[votes.judges()][2][classes][classes];
        for (int judge = 0; judge < votes.judges(); judge++) {
            for (double[] row : cells[judge][1]) {
                Arrays.fill(row, 1);
            }
        }
        for (int pattern = 0; pattern < votes.size(); pattern++) {
            int known = votes.inOrder(pattern) ? 1 : 0;
            for (int k = 0; k < classes; k++) {
                double weight = votes.count(pattern) * posterior[pattern][k];
                classCounts[k] += weight;
                for (int judge = 0; judge < votes.judges(); judge++) {
                    int label = votes.vote(pattern, judge);
                    if (label != VotePatterns.ABSENT) {
                        cells[judge][known][k][label] += weight;
                    }
                }
            }
        }
        for (int judge = 0; judge < votes.judges(); judge++) {
            judges.get(judge).fit(cells[judge]);
        }
        setPrior(classCounts);
    }

    /** The two decisive classes share their counts. */
    private void setPrior(double[] counts) {
        double items = classes;
        for (double count : counts) {
            items += count;
        }
        prior[FIRST] = (counts[FIRST] + counts[SECOND] + 2) / 2 / items;
        prior[SECOND] = prior[FIRST];
        if (classes == LABELS) {
            prior[TIE] = (counts[TIE] + 1) / items;
        }
    }

    private double expect() {
        double likelihood = 0;
        for (int pattern = 0; pattern < votes.size(); pattern++) {
            double[] logs = posterior[pattern];
            boolean known = votes.inOrder(pattern);
            for (int k = 0; k < classes; k++) {
                logs[k] = Math.log(prior[k]);
                for (int judge = 0; judge < votes.judges(); judge++) {
                    int label = votes.vote(pattern, judge);
                    logs[k] +=
                            label == VotePatterns.ABSENT ? 0 : judges.get(judge).log(known, k, label);
                }
            }
            likelihood += votes.count(pattern) * LogWeights.normalise(logs);
        }
        return likelihood;
    }

    private double logPrior() {
        double sum = 0;
        for (double share : prior) {
            sum += Math.log(share);
        }
        for (JudgeTilt judge : judges) {
            for (int k = 0; k < classes; k++) {
                for (int label = 0; label < classes; label++) {
                    sum += judge.log(true, k, label);
                }
            }
        }
        return sum;
    }
}
