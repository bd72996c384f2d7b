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
}
