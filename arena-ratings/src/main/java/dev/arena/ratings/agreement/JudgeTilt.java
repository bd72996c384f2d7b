package dev.arena.ratings.agreement;

import dev.arena.ratings.internal.Loss;
import dev.arena.ratings.internal.Newton;
import java.util.Arrays;

/**
 * How one judge votes given what is true, symmetric under a swap of the sides but for one position term.
 *
 * <p>With the labels first, second and tie the log-odds of what it says are {@code (α + γ/2, −γ/2, β)} where the first side is better,
 * {@code (γ/2, α − γ/2, β)} where the second is, {@code (γ/2, −γ/2, δ)} where they are equal. α is how well it tells sides apart, β and δ
 * how readily it ties, γ its pull to the first position (0 where the order is not known).
 */
final class JudgeTilt {
    static final int FIRST = 0;
    static final int SECOND = 1;
    static final int TIE = 2;

    private static final int ALPHA = 0;
    private static final int GAMMA = 1;
    private static final int BETA = 2;
    private static final int DELTA = 3;
    private static final int WITHOUT_TIES = 2;
    private static final int WITH_TIES = 4;

    /** Two classes and labels where nobody ever ties, else three. */
    private final int labels;

    private double[] parameters;
    private final double[][][] logs;

    /** A judge of whom nothing is known. */
    JudgeTilt(boolean ties) {
        labels = ties ? 3 : 2;
        parameters = new double[ties ? WITH_TIES : WITHOUT_TIES];
        logs = new double[2][labels][labels];
        spread();
    }

    /**
     * Fits to expected counts.
     *
     * @param counts by whether the order is known (1) or not (0), true class and label; those with a known order all above 0
     */
    void fit(double[][][] counts) {
        parameters = Newton.minimise(new Cells(counts), parameters).parameters();
        spread();
    }

    /** log P(label | class). */
    double log(boolean inOrder, int trueClass, int label) {
        return logs[inOrder ? 1 : 0][trueClass][label];
    }

    /** The pull to the first position in log-odds of first against second. */
    double position() {
        return parameters[GAMMA];
    }

    /** P(it says what is true), of items shown in an order, under a prior of the classes. */
    double accuracy(double[] prior) {
        double accuracy = 0;
        for (int k = 0; k < labels; k++) {
            accuracy += prior[k] * Math.exp(logs[1][k][k]);
        }
        return accuracy;
    }

    private void spread() {
        for (int known = 0; known < 2; known++) {
            for (int k = 0; k < labels; k++) {
                softmax(parameters, known, k, logs[known][k]);
            }
        }
    }

    /** Fills the log-probabilities of the labels. */
    private void softmax(double[] x, int known, int trueClass, double[] out) {
        for (int label = 0; label < labels; label++) {
            double sum = 0;
            for (int p = 0; p < x.length; p++) {
                sum += x[p] * coefficient(p, known, trueClass, label);
            }
            out[label] = sum;
        }
        double[] shares = out.clone();
        double total = LogWeights.normalise(shares);
        for (int label = 0; label < labels; label++) {
            out[label] -= total;
        }
    }

    private static double coefficient(int parameter, int known, int trueClass, int label) {
        return switch (parameter) {
            case ALPHA -> trueClass != TIE && label == trueClass ? 1 : 0;
            case GAMMA -> known == 0 || label == TIE ? 0 : label == FIRST ? 0.5 : -0.5;
            case BETA -> trueClass != TIE && label == TIE ? 1 : 0;
            case DELTA -> trueClass == TIE && label == TIE ? 1 : 0;
            default -> throw new IllegalArgumentException("a judge has no parameter " + parameter);
        };
    }

    /** Minus the expected log-likelihood: a sum of multinomial logits, strictly convex where all counts are above 0. */
    private final class Cells implements Loss {
        private final double[][][] counts;

        Cells(double[][][] counts) {
            this.counts = counts;
        }

        @Override
        public double value(double[] x) {
            double loss = 0;
            double[] row = new double[labels];
            for (int known = 0; known < 2; known++) {
                for (int k = 0; k < labels; k++) {
                    softmax(x, known, k, row);
                    for (int label = 0; label < labels; label++) {
                        loss -= counts[known][k][label] * row[label];
                    }
                }
            }
            return loss;
        }

        @Override
        public double derivatives(double[] x, double[] gradient, double[][] hessian) {
            double loss = 0;
            double[] row = new double[labels];
            for (int known = 0; known < 2; known++) {
                for (int k = 0; k < labels; k++) {
                    softmax(x, known, k, row);
                    for (int label = 0; label < labels; label++) {
                        loss -= counts[known][k][label] * row[label];
                    }
                    addDerivatives(counts[known][k], row, design(x.length, known, k), gradient, hessian);
                }
            }
            return loss;
        }

        private double[][] design(int size, int known, int k) {
            double[][] design = new double[labels][size];
            for (int label = 0; label < labels; label++) {
                for (int p = 0; p < size; p++) {
                    design[label][p] = coefficient(p, known, k, label);
                }
            }
            return design;
        }

        private void addDerivatives(
                double[] cell, double[] logShares, double[][] design, double[] gradient, double[][] hessian) {
            int size = gradient.length;
            double total = Arrays.stream(cell).sum();
            double[] mean = new double[size];
            for (int label = 0; label < labels; label++) {
                for (int p = 0; p < size; p++) {
                    mean[p] += Math.exp(logShares[label]) * design[label][p];
                }
            }
            for (int label = 0; label < labels; label++) {
                double share = Math.exp(logShares[label]);
                for (int p = 0; p < size; p++) {
                    gradient[p] += (total * share - cell[label]) * design[label][p];
                    for (int q = 0; q <= p; q++) {
                        hessian[p][q] += total * share * (design[label][p] - mean[p]) * (design[label][q] - mean[q]);
                    }
                }
            }
        }

        @Override
        public double gradientRounding(double[] x) {
            double total = 0;
            for (double[][] known : counts) {
                for (double[] row : known) {
                    for (double cell : row) {
                        total += cell;
                    }
                }
            }
            return total * 64 * Math.ulp(1.0);
        }

        @Override
        public boolean recedesAlong(double[] direction) {
            return false;
        }
    }
}
