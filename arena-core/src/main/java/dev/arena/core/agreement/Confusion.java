package dev.arena.core.agreement;

import dev.arena.ratings.agreement.ConfusionTable;
import dev.arena.ratings.agreement.Proportion;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Nine counts of two judges' verdicts: rows the reference, columns the judge, in the order first, tie, second, where first is who stood
 * first when the reference judged.
 */
@SuppressWarnings("ArrayRecordComponent")
record Confusion(double[] counts) {
    static final int CELLS = 9;
    private static final int CATEGORIES = 3;

    /** Values that have a bootstrap interval, in this order. */
    static final int ACCURACY = 0;

    static final int DECISIVE = 1;
    static final int KAPPA = 2;
    static final int WEIGHTED_KAPPA = 3;
    static final int ALPHA = 4;
    static final int AC1 = 5;
    static final int VALUES = 6;

    /** Nine entries of a longer vector. */
    static Confusion in(double[] vector, int from) {
        return new Confusion(Arrays.copyOfRange(vector, from, from + CELLS));
    }

    static int cell(int reference, int judge) {
        return CATEGORIES * reference + judge;
    }

    private double at(int reference, int judge) {
        return counts[cell(reference, judge)];
    }

    /** Share of pairs of verdicts that are the same, ties counted. */
    Proportion accuracy() {
        double same = at(0, 0) + at(1, 1) + at(2, 2);
        return new Proportion(Math.round(same), Math.round(table().total()));
    }

    /** The same of pairs in which neither is a tie. */
    Proportion decisive() {
        double same = at(0, 0) + at(2, 2);
        return new Proportion(Math.round(same), Math.round(same + at(0, 2) + at(2, 0)));
    }

    ConfusionTable table() {
        double[][] rows = new double[CATEGORIES][];
        for (int i = 0; i < CATEGORIES; i++) {
            rows[i] = Arrays.copyOfRange(counts, CATEGORIES * i, CATEGORIES * (i + 1));
        }
        return ConfusionTable.of(rows);
    }

    /** All values; NaN where one does not exist. */
    double[] values() {
        ConfusionTable table = table();
        double[] values = new double[VALUES];
        values[ACCURACY] = orNaN(accuracy().value());
        values[DECISIVE] = orNaN(decisive().value());
        values[KAPPA] = orNaN(table.kappa());
        values[WEIGHTED_KAPPA] = orNaN(table.linearKappa());
        values[ALPHA] = orNaN(table.alpha());
        values[AC1] = orNaN(table.ac1());
        return values;
    }

    private static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }
}
