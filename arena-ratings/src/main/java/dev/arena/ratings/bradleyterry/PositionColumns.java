package dev.arena.ratings.bradleyterry;

import dev.arena.ratings.Comparisons;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.PositionModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which position effect each judge group's comparisons carry. */
final class PositionColumns {
    /** No position effect applies. */
    static final int NONE = -1;

    /**
     * A judge group with fewer comparisons than this shares an effect with the other small ones; where all of these
     * together have fewer, no effect is fitted for them and their comparisons count as they are.
     */
    static final int SMALLEST_OWN = 50;

    private static final String OTHER = "other";
    private static final String ALL = "all";

    private final int[] columnOfJudge;
    private final List<String> labels;
    private final double[] comparisons;

    private PositionColumns(int[] columnOfJudge, List<String> labels, double[] perJudge) {
        this.columnOfJudge = columnOfJudge;
        this.labels = List.copyOf(labels);
        comparisons = new double[labels.size()];
        for (int j = 0; j < columnOfJudge.length; j++) {
            if (columnOfJudge[j] != NONE) {
                comparisons[columnOfJudge[j]] += perJudge[j];
            }
        }
    }

    static PositionColumns of(Evidence evidence, Comparisons rows, BradleyTerry options) {
        int judges = evidence.judges().size();
        int[] column = new int[judges];
        Arrays.fill(column, NONE);
        List<String> labels = new ArrayList<>();
        double[] perJudge = new double[judges];
        if (options.position() == PositionModel.OFF) {
            return new PositionColumns(column, labels, perJudge);
        }
        for (int r = 0; r < rows.size(); r++) {
            if (rows.judge(r) >= 0 && options.counts(rows, r)) {
                perJudge[rows.judge(r)] += rows.count(r);
            }
        }
        if (options.position() == PositionModel.GLOBAL) {
            Arrays.fill(column, 0);
            labels.add(ALL);
        } else {
            foldSmall(evidence.judges(), perJudge, column, labels);
        }
        return new PositionColumns(column, labels, perJudge);
    }

    private static void foldSmall(List<String> judges, double[] perJudge, int[] column, List<String> labels) {
        double small = 0;
        for (int j = 0; j < column.length; j++) {
            if (perJudge[j] >= SMALLEST_OWN && !judges.get(j).equals(OTHER)) {
                column[j] = labels.size();
                labels.add(judges.get(j));
            } else {
                small += perJudge[j];
            }
        }
        // An effect fitted on a handful of verdicts that all follow the position would void those verdicts.
        if (small >= SMALLEST_OWN) {
            for (int j = 0; j < column.length; j++) {
                column[j] = column[j] == NONE ? labels.size() : column[j];
            }
            labels.add(OTHER);
        }
    }

    /** How many position effects there are. */
    int size() {
        return labels.size();
    }

    /** The effect a judge group's comparisons carry, or {@link #NONE}. */
    int of(int judge) {
        return judge < 0 ? NONE : columnOfJudge[judge];
    }

    String label(int column) {
        return labels.get(column);
    }

    /** How many comparisons carry the effect. */
    double comparisons(int column) {
        return comparisons[column];
    }
}
