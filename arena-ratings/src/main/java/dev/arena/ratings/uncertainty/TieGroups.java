package dev.arena.ratings.uncertainty;

import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Splits a table from the top down into groups that no rank set separates from their first member. */
final class TieGroups {
    /** Strengths that agree to this count as equal in ranks. */
    static final double SAME = 1e-9;

    private TieGroups() {}

    /** Contestants from the top of the table down: by group, strength, index; those without data last. */
    static List<Integer> order(RatingResult result) {
        return result.ratings().stream()
                .sorted(Comparator.comparing((Rating r) -> r.group() < 0)
                        .thenComparingInt(Rating::group)
                        .thenComparingDouble(r -> -r.strength().orElse(0))
                        .thenComparingInt(Rating::contestant))
                .map(Rating::contestant)
                .toList();
    }

    static List<RankSet> assign(RatingResult result, List<RankSet> sets) {
        List<RankSet> grouped = new ArrayList<>(sets);
        int group = 0;
        int opener = -1;
        for (int contestant : order(result)) {
            RankSet set = sets.get(contestant);
            if (set.best().isEmpty()) {
                continue;
            }
            if (opener < 0 || !set.overlaps(sets.get(opener))) {
                opener = contestant;
                group++;
            }
            grouped.set(contestant, set.inTieGroup(group));
        }
        return List.copyOf(grouped);
    }
}
