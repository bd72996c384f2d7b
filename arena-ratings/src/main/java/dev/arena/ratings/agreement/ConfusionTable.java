package dev.arena.ratings.agreement;

import java.util.OptionalDouble;

/**
 * How often two judges said what of the same items: entry (i, j) counts items that the first put into category i and the second into
 * category j.
 *
 * <p><b>Model.</b> With shares p_ij of the n items, margins p_i. and p_.j and observed agreement po = Σ p_ii, every coefficient but
 * weighted kappa is (po − pe)/(1 − pe); they differ in the agreement pe that chance alone would give. Cohen's kappa: Σ p_i. p_.i.
 * Scott's pi: Σ π_k² with π_k = (p_k. + p_.k)/2. Gwet's AC1: Σ π_k(1 − π_k)/(q − 1), which does not fall where one category is
 * frequent. Krippendorff's alpha (nominal) is Scott's pi corrected for small n. Weighted kappa: 1 − Σ v p_ij/Σ v p_i. p_.j with
 * disagreement v = (|i − j|/(q − 1))^power.
 *
 * <p><b>Input.</b> q × q counts with q ≥ 2, finite and at least 0, in the order of the categories where weights matter; they need not
 * be whole. The table is copied.
 *
 * <p><b>Output.</b> 1 for perfect agreement, 0 for what chance gives, negative below that.
 *
 * <p><b>Edge cases.</b> A coefficient is absent without items, and where chance alone already gives full agreement.
 *
 * <p><b>Source.</b> Cohen 1960, doi 10.1177/001316446002000104; Fleiss, Cohen and Everitt 1969, doi 10.1037/h0028106 (standard error);
 * Scott 1955, doi 10.1086/266577; Gwet 2008, doi 10.1348/000711006X126600; Cohen 1968, doi 10.1037/h0026256 (weights).
 */
public final class ConfusionTable {
    private static final double ROUNDING = 1e-12;

    private final double[][] counts;
    private final double[] first;
    private final double[] second;
    private final double total;

    private ConfusionTable(double[][] counts) {
        int q = counts.length;
        this.counts = new double[q][];
        first = new double[q];
        second = new double[q];
        double sum = 0;
        for (int i = 0; i < q; i++) {
            this.counts[i] = counts[i].clone();
            for (int j = 0; j < q; j++) {
                require(counts[i][j]);
                sum += counts[i][j];
                first[i] += counts[i][j];
                second[j] += counts[i][j];
            }
        }
        total = sum;
    }

    /**
     * A table of counts.
     *
     * @throws IllegalArgumentException if it is not square, has fewer than two categories, or an entry is no count
     */
    public static ConfusionTable of(double[][] counts) {
        if (counts.length < 2) {
            throw new IllegalArgumentException(
                    "a confusion table needs two categories or more, found " + counts.length);
        }
        for (double[] row : counts) {
            if (row.length != counts.length) {
                throw new IllegalArgumentException(
                        "a confusion table is square, found a row of " + row.length + " in " + counts.length);
            }
        }
        return new ConfusionTable(counts);
    }

    private static void require(double count) {
        if (!(count >= 0) || Double.isInfinite(count)) {
            throw new IllegalArgumentException("count " + count + " is not allowed; use a finite number, 0 or more");
        }
    }

    /** How many items there are. */
    public double total() {
        return total;
    }

    /** Share of items on which both said the same; absent without items. */
    public OptionalDouble observed() {
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(agreeing() / total);
    }

    /** Cohen's kappa. */
    public OptionalDouble kappa() {
        return beyond(cohenChance());
    }

    /** Large-sample standard error of Cohen's kappa (Fleiss, Cohen and Everitt, eq. 13). */
    public OptionalDouble kappaStdError() {
        double pe = cohenChance();
        if (kappa().isEmpty()) {
            return OptionalDouble.empty();
        }
        double rest = 1 - kappa().getAsDouble();
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                double share = counts[i][j] / total;
                double factor =
                        i == j ? 1 - (first[i] + second[i]) / total * rest : (second[i] + first[j]) / total * rest;
                sum += share * factor * factor;
            }
        }
        double centre = 1 - rest - pe * rest;
        double variance = (sum - centre * centre) / (total * (1 - pe) * (1 - pe));
        return OptionalDouble.of(Math.sqrt(Math.max(0, variance)));
    }

    /** √(po(1 − po)/n)/(1 − pe): the error of kappa were the margins known. */
    public OptionalDouble kappaSimpleStdError() {
        double pe = cohenChance();
        if (kappa().isEmpty()) {
            return OptionalDouble.empty();
        }
        double po = agreeing() / total;
        return OptionalDouble.of(Math.sqrt(po * (1 - po) / total) / (1 - pe));
    }

    /** Kappa for ordered categories with disagreement |i − j|. */
    public OptionalDouble linearKappa() {
        return weightedKappa(1);
    }

    /** Kappa for ordered categories with disagreement (i − j)². */
    public OptionalDouble quadraticKappa() {
        return weightedKappa(2);
    }

    private OptionalDouble weightedKappa(int power) {
        double found = 0;
        double expected = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                double weight = Math.pow(Math.abs(i - j) / (double) (counts.length - 1), power);
                found += weight * counts[i][j];
                expected += weight * first[i] * second[j];
            }
        }
        expected = total == 0 ? 0 : expected / total;
        return expected <= ROUNDING * total ? OptionalDouble.empty() : OptionalDouble.of(1 - found / expected);
    }

    /** Scott's pi. */
    public OptionalDouble scottPi() {
        return beyond(chance(share -> share * share));
    }

    /** Gwet's AC1. */
    public OptionalDouble ac1() {
        return beyond(chance(share -> share * (1 - share)) / (counts.length - 1));
    }

    /** Krippendorff's alpha with nominal distance; the order of the two judges does not matter. */
    public OptionalDouble alpha() {
        // each item is a unit of two values, so 2n values in all
        double values = 2 * total;
        double pairs = 0;
        for (int k = 0; k < counts.length; k++) {
            double uses = first[k] + second[k];
            pairs += uses * (values - uses);
        }
        double expected = values <= 1 ? 0 : pairs / (values - 1);
        double found = 2 * (total - agreeing());
        return expected <= ROUNDING * values ? OptionalDouble.empty() : OptionalDouble.of(1 - found / expected);
    }

    private double agreeing() {
        double sum = 0;
        for (int k = 0; k < counts.length; k++) {
            sum += counts[k][k];
        }
        return sum;
    }

    private double cohenChance() {
        double sum = 0;
        for (int k = 0; k < counts.length; k++) {
            sum += first[k] * second[k];
        }
        return total == 0 ? 0 : sum / (total * total);
    }

    private double chance(Shares ofShare) {
        double sum = 0;
        for (int k = 0; k < counts.length; k++) {
            sum += ofShare.of(total == 0 ? 0 : (first[k] + second[k]) / (2 * total));
        }
        return sum;
    }

    @FunctionalInterface
    private interface Shares {
        double of(double share);
    }

    private OptionalDouble beyond(double chance) {
        if (total == 0 || 1 - chance <= ROUNDING) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((agreeing() / total - chance) / (1 - chance));
    }
}
