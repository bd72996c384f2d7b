package dev.arena.ratings.testing;

import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The pair counts of Chatbot Arena of 14 August 2024: 129 models, 1,670,250 votes. Both-bad counts as a tie.
 *
 * @param names models by dense index
 * @param evidence their comparisons, positions unknown
 */
public record ArenaBoard(List<String> names, Evidence evidence) {
    /** Reads the reference data. */
    public static ArenaBoard read() {
        List<String[]> rows = ReferenceData.csv("chatbot_arena/arena_pair_counts_20240814.csv");
        List<String> names = new ArrayList<>();
        for (String[] row : rows) {
            for (int side = 0; side < 2; side++) {
                if (!names.contains(row[side])) {
                    names.add(row[side]);
                }
            }
        }
        EvidenceBuilder builder = Evidence.builder(names.size());
        for (String[] row : rows) {
            int i = names.indexOf(row[0]);
            int j = names.indexOf(row[1]);
            builder.comparison(i, j, 1).count(Long.parseLong(row[2]));
            builder.comparison(i, j, 0).count(Long.parseLong(row[3]));
            builder.comparison(i, j, 0.5).count(Long.parseLong(row[4]) + Long.parseLong(row[5]));
        }
        return new ArenaBoard(List.copyOf(names), builder.build());
    }
}
