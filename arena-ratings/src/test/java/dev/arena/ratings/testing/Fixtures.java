package dev.arena.ratings.testing;

import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import java.util.List;

/** The small data sets of the specification, by the names it gives them. */
public final class Fixtures {
    private static final int[][] T4 = {
        {0, 1, 14, 6, 4}, {1, 0, 9, 11, 4}, {0, 2, 16, 5, 3}, {2, 0, 8, 13, 3},
        {1, 2, 12, 8, 4}, {2, 1, 10, 11, 3}, {0, 3, 18, 4, 2}, {3, 0, 6, 15, 3},
        {1, 3, 15, 6, 3}, {3, 1, 7, 13, 4}, {2, 3, 13, 7, 4}, {3, 2, 9, 11, 4}
    };

    private static final double[][] E12 = {
        {0, 1, 1}, {1, 2, 1}, {2, 3, .5}, {3, 0, 0}, {0, 2, 1}, {1, 3, 1},
        {2, 0, 1}, {3, 1, .5}, {0, 1, .5}, {2, 3, 1}, {1, 2, 0}, {3, 0, 1}
    };
    private static final String[] K19 = {"ABCD", "BACD", "ACBD", "CADB", "DBAC", "ADBC", "BCAD", "CBDA"};
    private static final int[] K19_COUNT = {5, 3, 3, 2, 1, 2, 2, 1};

    private Fixtures() {}

    /** 288 comparisons of A, B, C, D with known positions: first, second, first wins, second wins, ties. */
    public static Evidence t4() {
        return orderedCounts(4, T4);
    }

    /** Rows of first, second, first wins, second wins, ties, all of one judge group {@code people}. */
    public static Evidence orderedCounts(int contestants, int[][] rows) {
        EvidenceBuilder builder = Evidence.builder(contestants, List.of("people"));
        for (int[] row : rows) {
            addCounts(builder, row, 0);
        }
        return builder.build();
    }

    /** The same without known positions. */
    public static Evidence counts(int contestants, int[][] rows) {
        EvidenceBuilder builder = Evidence.builder(contestants);
        for (int[] row : rows) {
            addCounts(builder, row, Evidence.POSITION_UNKNOWN);
        }
        return builder.build();
    }

    /** X beats Y 5-0 and Z 4-0; Y beats Z 3-2. */
    public static Evidence separated() {
        return counts(3, new int[][] {{0, 1, 5, 0, 0}, {0, 2, 4, 0, 0}, {1, 2, 3, 2, 0}});
    }

    private static void addCounts(EvidenceBuilder builder, int[] row, int judge) {
        builder.comparison(row[0], row[1], 1).count(row[2]).judge(judge);
        builder.comparison(row[0], row[1], 0).count(row[3]).judge(judge);
        builder.comparison(row[0], row[1], 0.5).count(row[4]).judge(judge);
    }

    /** Twelve battles in an order: first, second, score of the first. */
    public static Evidence e12() {
        return inOrder(E12);
    }

    /** The same battles from the last to the first. */
    public static Evidence e12Reversed() {
        double[][] reversed = new double[E12.length][];
        for (int r = 0; r < E12.length; r++) {
            reversed[r] = E12[E12.length - 1 - r];
        }
        return inOrder(reversed);
    }

    /** 19 rankings of four, shown in their order of rank. */
    public static Evidence k19() {
        EvidenceBuilder builder = Evidence.builder(4);
        for (int k = 0; k < K19.length; k++) {
            int[] order = K19[k].chars().map(c -> c - 'A').toArray();
            builder.ranking(order, new int[] {1, 2, 3, 4}).count(K19_COUNT[k]);
        }
        return builder.build();
    }

    private static Evidence inOrder(double[][] battles) {
        EvidenceBuilder builder = Evidence.builder(4);
        for (double[] battle : battles) {
            builder.comparison((int) battle[0], (int) battle[1], battle[2]);
        }
        return builder.build();
    }
}
